"""Every date that the model accepts, the years 1 to 9999: in every field that has one, on every page."""

from __future__ import annotations

import tempfile
from pathlib import Path

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_tools.exports.new_samples import SAMPLE_RECORD
from build_tools.model.archive import Edition
from build_tools.model.edtf import Edtf, parse_edtf
from build_tools.model.site import Site
from build_tools.pipeline import PipelineSettings, assemble_archive
from build_tools.text.written_dates import write_date
from tests.archives import lay_capture, write_archive
from tests.published import publish_pages

SPEAKING = """River floods old mill

The river rose to the first floor of the Old Mill yesterday and rises tomorrow, the mayor said on Monday.

Nobody was hurt last week, but flour was lost last month, and the miller waits until next year for his grain.

Firefighters pumped until 3 May, and the road to the next village stayed closed since last summer, they say.

The council meets next week to talk about the levee, which was to have been raised in December, and was not.
"""
"""A capture whose dates are told against the day of publication."""

_YEARS = ("0001", "0009", "0099", "0100", "0999", "1000", "1582", "2022", "9998", "9999")
_MONTHS = st.one_of(st.integers(1, 12), st.integers(21, 24)).map("{:02}".format)
POINTS = st.one_of(
    st.sampled_from((*_YEARS, "099X", "01XX", "999X", "99XX", "2022-XX")),
    st.builds("{}-{}".format, st.sampled_from(_YEARS), _MONTHS),
    st.builds("{}-{}".format, st.sampled_from(_YEARS), st.sampled_from(("01-01", "05-XX", "12-31", "XX"))),
)
MARKED = st.builds(str.__add__, POINTS, st.sampled_from(("", "?", "~", "%")))
CLOCKS = st.sampled_from(("T00:00", "T23:59", "T23:59:59Z", "T00:00+14:00", "T23:59-12:00"))
OPEN = st.sampled_from(("", ".."))


DATES = st.one_of(
    MARKED,
    st.builds("{}-12-31{}".format, st.sampled_from(_YEARS), CLOCKS),
    st.builds("{}-01-01{}".format, st.sampled_from(_YEARS), CLOCKS),
    st.builds("{}/{}".format, MARKED | OPEN, MARKED | OPEN),
    st.builds("[{}..{}]".format, MARKED | st.just(""), MARKED | st.just("")),
    st.builds("[{},{}]".format, MARKED, MARKED),
).filter(parse_edtf)


def _write_dated(folder: Path, dates: tuple[str, str]) -> None:
    """An archive with one of the dates in every field that has one, and the other in a second source."""
    first, second = dates
    write_archive(folder, 2)
    lay_capture(folder, SPEAKING)
    for name, date in (("sample-001.yml", first), ("sample-002.yml", second)):
        record = yaml.safe_load((folder / "seeds" / name).read_text())
        record["published"]["date"] = date
        record["claims"][0] |= {
            "when": date,
            "figures": [{"value": 3, "unit": "mills", "as_of": date}],
            "text": "Three mills stood in the water.",
        }
        record["retells"] = [{"origin": "the-log", "how": "cites"}]
        if "capture" in record:
            record["capture"]["taken"] = date
        (folder / "seeds" / name).write_text(yaml.safe_dump(record))
    shared = {
        "origins.yml": [
            {
                "id": "the-log",
                "publisher": "The Mill",
                "description": "A log.",
                "published": {"date": first, "basis": "stated"},
                "seen": second,
            }
        ],
        "wanted.yml": [
            {
                "title": "A chronicle",
                "publisher": "The Mill",
                "language": "en",
                "published": {"date": first, "basis": "stated"},
            }
        ],
    }
    for path, content in shared.items():
        (folder / "seeds" / path).write_text(yaml.safe_dump(content))
    entities = folder / "seeds/vocabulary/entities.yml"
    event = {"id": "flood", "name": "Flood", "kind": "event", "type": "flood", "description": "A flood."}
    entities.write_text(entities.read_text() + yaml.safe_dump([{**event, "date": first}]))


@settings(max_examples=30)
@given(st.tuples(DATES, DATES))
@example(("0001/9999", "2022-01-01"))
@example(("0001-01-01", "9999-12-31"))
@example(("../9999-12-31", "0001-01-01/.."))
@example(("9999-12-31/..", "[..0001-01-01]"))
@example(("0999-05-05", "0999-05-05"))
def test_every_date_is_shown_on_every_page(dates: tuple[str, str]) -> None:
    """Whatever the year, all pages are made, with the downloads that they measure, and tell the date."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_dated(folder, dates)
        for period in (None, Edtf.parse(dates[0])):
            site = Site("Floods", "https://floods.example/", period=period)
            archive = assemble_archive(PipelineSettings(folder / "seeds", edition=Edition.READING, site=site))
            pages = publish_pages(archive)
    slug = yaml.safe_load(SAMPLE_RECORD)["slug"]
    for address in (f"sources/{slug}/", "timeline/", "sources/"):
        words = write_date(Edtf.parse(dates[0])).partition(",")[0]
        assert words in pages[address].html, address
    assert all(len(page.html) < 2_000_000 for page in pages.values())
