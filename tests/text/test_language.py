"""The language of prose by its small words."""

from __future__ import annotations

import pytest

from build_tools.text.language import tell_language, tell_language_by_letters

SPOKEN = {
    "en": (
        "The weir at Tollen gave way on Thursday, and the mill has had no water since. It was built "
        "of boards that the miller had taken from a barge, and nobody was hurt, but the council is "
        "not to pay for it."
    ),
    "ru": (
        "Паром закрыт до весны, и на берегу не знают, что с ним будет. Смотритель говорит, что лёд "
        "повредил причал, а ремонт начнут не раньше апреля, так как у района для этого нет денег, и "
        "он их не просил."
    ),
    "uk": (
        "Пором зачинено до весни, і на березі не знають, що з ним буде. Доглядач каже, що крига "
        "пошкодила причал, а ремонт почнуть не раніше квітня, бо у району для цього немає грошей, і "
        "він їх не просив, та й не про це мова."
    ),
    "de": (
        "Die Fähre fährt nicht mehr, und das Eis hat den Anleger beschädigt. Der Fährmann sagt, er "
        "sei mit der Arbeit nicht fertig, und für den Rest des Winters ist auf dem Fluss auch sonst "
        "nicht viel zu tun."
    ),
    "fr": (
        "Le bac ne circule plus, et la glace a endommagé le ponton. Le passeur dit que les travaux ne "
        "commenceront pas avant le mois d’avril, et que la commune ne sait pas qui va payer pour le "
        "bois dans les ateliers."
    ),
}


@pytest.mark.parametrize("language", SPOKEN)
def test_prose_tells_its_language(language: str) -> None:
    """A paragraph is enough."""
    assert tell_language(SPOKEN[language]) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Добрий вечір. Минулого тижня закрили школу, у якій навчалося 87 дітей, і їх ніхто не питав.", "uk"),
        ("Паром не ходит с пятницы. «Мы ждём машины», — говорит учительница в районе.", "ru"),
        ("Паромы стоят, бухты пусты. «Ніхто їх не питав, і школу закрили».", None),
    ],
)
def test_few_words_tell_it_by_letters_of_its_own(text: str, language: str | None) -> None:
    """Neighbours share small words, and not their letters; a text of both tells nothing."""
    assert tell_language(text) == language


@pytest.mark.parametrize("text", ["", "Tollen", "12 34 56", "これはペンです。"])
def test_too_little_tells_nothing(text: str) -> None:
    """A wrong language is worse than none."""
    assert tell_language(text) is None


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("河口镇的船工说,渡口已经停航。", "zh"),
        ("渡し船は金曜日に止まりました。", "ja"),
        ("나룻배가 금요일에 멈췄다.", "ko"),
        ("Το πορθμείο σταμάτησε την Παρασκευή.", "el"),
        ("The ferry 渡 stopped on Friday.", None),
        ("توقفت العبارة يوم الجمعة.", None),
        ("", None),
    ],
)
def test_letters_of_one_language_tell_it(text: str, tag: str | None) -> None:
    """Letters that several languages share tell nothing."""
    assert tell_language_by_letters(text) == tag
