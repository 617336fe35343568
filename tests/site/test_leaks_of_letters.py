"""Captured words in other letters than English ones are found in mail and in whatever sign stands for one."""

from __future__ import annotations

from base64 import b64encode, encodebytes
from collections.abc import Callable
from quopri import encodestring

import pytest

from build_tools.site.leaks import find_file_leaks
from build_tools.text.copied_words import LeakGuard

SAID = "паром шёл через реку весь день и ночь напролёт"
FRENCH = "l’eau n’est qu’à l’aube d’un jour où rien n’arrive"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r"])
@pytest.mark.parametrize("write", [encodestring, b64encode, encodebytes])
def test_mail_is_read_in_its_encoding(encoding: str, write: Callable[[bytes], bytes]) -> None:
    """Quoted-printable and base64, as mails of the years have them."""
    guard = LeakGuard({SAID: "ferry"})
    content = b"Subject: x\n\n" + write(f"{SAID} и обратно.\n".encode(encoding)) + b"\n"
    assert [fault.code for fault in find_file_leaks("a.eml", content, guard)] == ["L101"]


@pytest.mark.parametrize("sign", ["'", "’", "´", "′", "‛", "&acute;", "&rsquo;"])
def test_an_apostrophe_is_one_however_it_is_typed(sign: str) -> None:
    """What machines, and hands in a hurry, take for one."""
    guard = LeakGuard({FRENCH.replace("’", "'"): "aube"})
    content = f"<!doctype html><p>{FRENCH.replace('’', sign)}</p>".encode()
    assert [fault.code for fault in find_file_leaks("a.html", content, guard)] == ["L101"]
