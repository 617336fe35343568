"""First bytes → what a file is that is no text, because a PDF taken for text would be shown as paragraphs."""

from __future__ import annotations

import re

from build_tools.text.encodings import is_wide

_STARTS: tuple[tuple[re.Pattern[bytes], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (rb"%PDF-[0-9]", "a PDF"),
        (rb"%!PS-", "a PostScript file"),
        (rb"\{\\rtf[0-9]", "a document in RTF"),
        (rb"PK\x03\x04", "a ZIP archive, or a document that is one (docx, odt, epub)"),
        (rb"PK\x05\x06", "an empty ZIP archive"),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office document of the old kind"),
        (rb"\x1f\x8b\x08", "packed by gzip"),
        (rb"BZh[1-9]1AY", "packed by bzip2"),
        (rb"\xfd7zXZ\x00", "packed by xz"),
        (rb"\x28\xb5\x2f\xfd", "packed by Zstandard"),
        (rb"7z\xbc\xaf\x27\x1c", "a 7z archive"),
        (rb"Rar!\x1a\x07", "a RAR archive"),
        (rb"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        (rb"\xff\xd8\xff", "a picture (JPEG)"),
        (rb"GIF8[79]a", "a picture (GIF)"),
        (rb"II\*\x00|MM\x00\*", "a picture (TIFF)"),
        (rb"ID3[\x02-\x04]", "sound (MP3)"),
        (rb"OggS\x00", "sound or film (Ogg)"),
        (rb"\x1aE\xdf\xa3", "film (Matroska)"),
        (rb"RIFF.{4}(WEBP|WAVE|AVI )", "a picture, sound or film (RIFF)"),
        (rb".{4}ftyp", "film or a picture (MP4, HEIC)"),
        (rb"SQLite format 3\x00", "a database (SQLite)"),
        (rb"bplist0[0-9]", "a web archive of Safari"),
        (rb"\x7fELF", "a program"),
    )
)
"""How files begin that are no text; each is long enough that no text begins so by chance."""
_LEADING = b"\xef\xbb\xbf \t\r\n"
"""What may stand before a beginning all the same: a byte order mark, white space."""
_MAIL_HEADER = re.compile(rb"[A-Za-z-]+:\s")
_MAIL = re.compile(
    rb"^(?:mime-version:|content-type:\s*(?:multipart|message)/)", re.IGNORECASE | re.MULTILINE
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 1 << 13
"""Bytes in which a file shows what it is; the headers of a saved page are shorter."""
_MOST_CONTROLS = 0.1
"""Share of control characters above which bytes are no text: code pages have none, texts a stray one."""


def name_binary(content: bytes) -> str | None:
    """What the bytes are, if they are no text; None for text, however strange.

    >>> name_binary(b"%PDF-1.7 ...")
    'a PDF'
    """
    head = content[:_SAMPLE]
    begun = head.lstrip(_LEADING)
    if not begun:
        return "empty"
    if named := next((words for start, words in _STARTS if start.match(begun)), None):
        return named
    if _MAIL_HEADER.match(begun) and _MAIL.search(_get_header(begun)):
        return "a page saved as MHTML, or a mail"
    if len(_CONTROL.findall(head)) > _MOST_CONTROLS * len(head) and not is_wide(content):
        return "data, and not text"
    return None


def _get_header(head: bytes) -> bytes:
    """Up to the first empty line."""
    return re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
