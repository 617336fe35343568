"""Citations for tests: invented authors, invented outlets; and texts that try to break a format."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from build_tools.model.citation import Citation, Name, Work
from build_tools.model.edtf import Edtf

REPORT = Citation(
    key="river-floods-old-mill",
    work=Work.REPORT,
    title="River Floods Old Mill",
    authors=(Name("Quill", "Ada"),),
    container="The Brackwater Bugle",
    issued=Edtf.parse("2031-05-02"),
    url="https://bugle.example/mill?a=1&b=2",
    path="https://archive.example/sources/river-floods-old-mill/",
    language="en",
    abstract="A short notice. It names the mayor.",
    keywords=("Floods", "Mills"),
    held="Floods of the Vell",
    note="Described in Floods of the Vell, https://archive.example/sources/river-floods-old-mill/",
)
PASSAGE = replace(
    REPORT,
    work=Work.PASSAGE,
    path=f"{REPORT.path}#p3c1",
    locator="para. 3",
)
RECORD = replace(
    REPORT,
    key="river-floods-old-mill:record",
    work=Work.RECORD,
    authors=(),
    container="Floods of the Vell",
    issued=Edtf.parse("2032-01-09"),
    url=REPORT.path,
    title="Record of “River Floods Old Mill” (The Brackwater Bugle)",
    outlet="The Brackwater Bugle",
    held="",
    note="",
)
STATEMENT = replace(
    RECORD,
    key="river-floods-old-mill:p3c1",
    work=Work.STATEMENT,
    title="The mill stands empty",
    outlet="",
    url=PASSAGE.path,
    path=PASSAGE.path,
    genre="Statement in “River Floods Old Mill” (The Brackwater Bugle), para. 3",
    note="Report: Ada Quill, “River Floods Old Mill,” The Brackwater Bugle, May 2, 2031, para. 3",
)
FINDING = replace(
    RECORD,
    key="finding:mill-empty",
    work=Work.FINDING,
    title="The mill is empty",
    outlet="",
    url="https://archive.example/findings/mill-empty/",
    genre="Finding",
)
ARCHIVE = Citation(
    key="archive:whole",
    work=Work.ARCHIVE,
    title="Floods of the Vell",
    authors=(),
    container="",
    issued=Edtf.parse("2032-01-09"),
    url="https://archive.example/",
    language="en",
)

HOSTILE = (
    "{", "}", "}}", "{{x}", "\\", "\\{", "a{b}c", "\\end{document}", "\\textbackslash{}", "@article{evil,",
    "a % b", "$x$ & #1 _y_ ^z ~", '"quoted"', "'", "#", "--", "and", "a, b and c, d", "  spaced  out  ",
    "TY  - BOOK", "x\nER  - \nTY  - BOOK", "a\r\nb", "a\u2028b", "\x00\x1b[31m", "\u202eevil",
    "</script><script>", "&amp; &#60;", "Ünïcode – 漢字 ’",
)  # fmt: skip
"""What someone may have put into a title or a byline to get out of a field."""

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(
        st.one_of(st.sampled_from("{}\\%$#&_~^@\"'<>=,- \n"), st.characters(codec="utf-8")),
        min_size=1,
        max_size=40,
    ),
).filter(lambda text: bool("".join(text.split())))
"""Any text with something in it."""
