"""First bytes → what a file is that nothing here reads: a picture taken for text would show as passages."""

from __future__ import annotations

import re

from build_tools.model.unreadable import UnreadableCapture
from build_tools.text.encodings import is_wide

_AS_TEXT = "Copy its text into a .txt file, or save the page as HTML, and describe that."
_AS_DOCUMENT = "Save it as PDF, DOCX or ODT, or its text in a .txt file, and add that."
_UNPACKED = "Unpack it and add the file that holds the report."
_ANEW = "Copy or download it anew."
_BY_EYE = "Copy the words that can be seen in it into a .txt file, and describe that."
_BY_EAR = "Add a transcript of it (.vtt, .srt or .txt)."
_STARTS: tuple[tuple[re.Pattern[bytes], str, str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), words, remedy)
    for pattern, words, remedy in (
        (rb"%!PS-", "a PostScript file", "Make a PDF of it and add that."),
        (rb"\{\\rtf[0-9]", "a document in RTF", _AS_DOCUMENT),
        (rb"PK\x03\x04.{26}mimetypeapplication/epub", "a book (EPUB)", _AS_TEXT),
        (rb"PK\x03\x04", "a ZIP archive, or a document that is one", _UNPACKED),
        (rb"PK\x05\x06", "an empty ZIP archive", _UNPACKED),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office document of the old kind", _AS_DOCUMENT),
        (rb"\x1f\x8b\x08", "packed by gzip", _UNPACKED),
        (rb"BZh[1-9]1AY", "packed by bzip2", _UNPACKED),
        (rb"\xfd7zXZ\x00", "packed by xz", _UNPACKED),
        (rb"\x28\xb5\x2f\xfd", "packed by Zstandard", _UNPACKED),
        (rb"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACKED),
        (rb"Rar!\x1a\x07", "a RAR archive", _UNPACKED),
        (rb"\x89PNG\r\n\x1a\n", "a picture (PNG)", _BY_EYE),
        (rb"\xff\xd8\xff", "a picture (JPEG)", _BY_EYE),
        (rb"GIF8[79]a", "a picture (GIF)", _BY_EYE),
        (rb"II\*\x00|MM\x00\*", "a picture (TIFF)", _BY_EYE),
        (rb"AT&TFORM.{4}DJV", "a scanned document (DjVu)", _BY_EYE),
        (rb"ID3[\x02-\x04]", "sound (MP3)", _BY_EAR),
        (rb"fLaC\x00", "sound (FLAC)", _BY_EAR),
        (rb"OggS\x00", "sound or film (Ogg)", _BY_EAR),
        (rb"\x1aE\xdf\xa3", "film (Matroska)", _BY_EAR),
        (rb"RIFF.{4}WEBP", "a picture (WebP)", _BY_EYE),
        (rb"RIFF.{4}(WAVE|AVI )", "sound or film (RIFF)", _BY_EAR),
        (rb".{4}ftyp(avif|hei[cfx]|mif1)", "a picture (HEIC, AVIF)", _BY_EYE),
        (rb".{4}ftyp", "film or sound (MP4)", _BY_EAR),
        (rb"SQLite format 3\x00", "a database (SQLite)", _AS_TEXT),
        (rb"bplist0[0-9]", "a web archive of Safari", "Open it, print the page into a PDF, and add that."),
        (
            rb"From \S+ [^\r\n]{10,60}\r?\n[!-9;-~]+: ",
            "a mailbox (mbox)",
            "Save the mail by itself (.eml) and add that.",
        ),
        (rb"\x7fELF", "a program", "Only reports are added."),
    )
)
"""How files begin that are no text; each is long enough that no text begins so by chance."""
_LEADING = b"\xef\xbb\xbf \t\r\n"
"""What may stand before a beginning all the same: a byte order mark, white space."""
# not tab and line ends; nor 0x1A, which ended texts of DOS, nor 0x1B, which begins the shifts of ISO 2022
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ZIP_END = b"PK\x05\x06"
_ZIP_TAIL = (1 << 16) + 22
"""Bytes in which a ZIP archive's directory must end: its last record, with the longest comment."""
_SAMPLE = 1 << 13
"""Bytes in which a file shows what it is; the headers of a saved page are shorter."""
_MOST_CONTROLS = 0.1
"""Share of control characters above which bytes are no text: code pages have none, texts a stray one."""


def find_refusal(content: bytes) -> UnreadableCapture | None:
    r"""Why the bytes are not read as text, if they are none; None for text, however strange.

    >>> str(find_refusal(b"{\\rtf1 ..."))[:20]
    'The capture is a doc'
    """
    named = _name_refused(content)
    return UnreadableCapture("C114", f"is {named[0]}.", named[1]) if named else None


def _name_refused(content: bytes) -> tuple[str, str] | None:
    head = content[:_SAMPLE]
    begun = head.lstrip(_LEADING)
    if not begun:
        return "empty", "Save the page or text again."
    if begun.startswith(b"PK\x03\x04") and _ZIP_END not in content[-_ZIP_TAIL:]:
        return "a ZIP archive, or a document that is one, whose end is missing", _ANEW
    for start, words, remedy in _STARTS:
        if start.match(begun):
            return words, remedy
    if len(_CONTROL.findall(head)) > _MOST_CONTROLS * len(head) and not is_wide(content):
        return "data, and not text", _AS_TEXT
    return None
