"""A document that no change of the vocabulary concerns is the one that would be made again."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from build_tools.annotate.vocabulary_changes import SearchedVocabulary, VocabularyChange
from build_tools.documents import AnnotationVocabulary, make_document
from build_tools.model.archive import Document
from build_tools.model.material import Material
from build_tools.model.vocabulary import Entity, EntityKind, Form, Topic, TopicRules
from build_tools.read import read_seeds
from tests.built import ROOT


@pytest.fixture(scope="module")
def material() -> Material:
    """An invented archive with its captures."""
    return read_seeds(ROOT / "examples/the-ferry/seeds")


def _annotate(material: Material) -> dict[str, Document]:
    vocabulary = AnnotationVocabulary(material.topics, material.entities)
    return {seed.record.slug: make_document(seed, vocabulary) for seed in material.seeds}


@pytest.fixture(scope="module")
def annotated(material: Material) -> Mapping[str, Document]:
    """Its documents."""
    return _annotate(material)


def _search(material: Material) -> SearchedVocabulary:
    return SearchedVocabulary.gather(material.topics, material.entities)


def _list_concerned(before: Material, now: Material, documents: Mapping[str, Document]) -> set[str]:
    change = VocabularyChange(_search(before), _search(now))
    return {slug for slug, document in documents.items() if change.may_concern(document)}


def _add_form(material: Material, form: Form) -> Material:
    first, *others = material.entities
    return replace(material, entities=(first.model_copy(update={"forms": (*first.forms, form)}), *others))


def _change_rules(material: Material, number: int, **rules: object) -> Material:
    topics = list(material.topics)
    held = topics[number].rules or TopicRules()
    topics[number] = topics[number].model_copy(update={"rules": held.model_copy(update=rules)})
    return replace(material, topics=tuple(topics))


def _invent_topic(*phrases: str) -> Topic:
    return Topic(id="herons", label="Herons", scope_note="Birds.", rules=TopicRules(any=phrases))


def _list_phrases(documents: Mapping[str, Document]) -> list[str]:
    """Two words that follow one another somewhere."""
    texts = [p.text for d in documents.values() if d.clean for p in d.clean.paragraphs]
    return [found for text in texts for found in re.findall(r"[^\W\d_]{2,} [^\W\d_]{2,}", text)]


def _change_something(material: Material, phrases: list[str], dice: random.Random) -> Material:
    said = dice.choice(phrases)
    words = said.split()
    some = dice.choice((said, words[0], words[1], f"{words[0][:3]}*", f"{words[0]}-{words[1]}", said.lower()))
    number = dice.randrange(len(material.topics))
    rules = material.topics[number].rules or TopicRules()
    slug = dice.choice(material.seeds).record.slug
    changes = (
        lambda: _add_form(material, Form(text=said)),
        lambda: _add_form(material, Form(text=words[0], whole=True)),
        lambda: _add_form(material, Form.model_validate({"text": words[1], "in": [slug]})),
        lambda: replace(material, entities=tuple(dice.sample(material.entities, len(material.entities) - 2))),
        lambda: _change_rules(material, number, any=(*rules.any, some)),
        lambda: _change_rules(material, number, any=tuple(dice.sample(rules.any, len(rules.any) // 2))),
        lambda: _change_rules(material, number, unless=(*rules.unless, some)),
        lambda: _change_rules(material, number, after=(some,), carries=True),
        lambda: _change_rules(material, number, together=((), ((), (some,), (words[1],)))),
        lambda: _change_rules(material, number, carries=not rules.carries),
        lambda: replace(material, topics=(_invent_topic(some), *material.topics)),
        lambda: replace(material, topics=tuple(dice.sample(material.topics, len(material.topics) - 1))),
    )
    return dice.choice(changes)()


@pytest.mark.parametrize("seed", range(4))
def test_what_no_change_concerns_would_be_made_again(
    seed: int, material: Material, annotated: Mapping[str, Document]
) -> None:
    """Whatever names and rules come, go or change, one or more of them at once."""
    dice, phrases = random.Random(seed), _list_phrases(annotated)  # noqa: S311 - the same each time
    kept = 0
    for _ in range(12):
        now = material
        for _ in range(dice.randint(1, 2)):
            now = _change_something(now, phrases, dice)
        concerned = _list_concerned(material, now, annotated)
        for slug, document in _annotate(now).items():
            assert slug in concerned or document == annotated[slug], slug
        kept += len(annotated) - len(concerned)
    assert kept


def test_few_are_concerned(material: Material, annotated: Mapping[str, Document]) -> None:
    """A name that no text has concerns none; one that a text has, those that have its first word."""
    stranger = Entity(
        id="quillhaven",
        name="Quillhaven",
        kind=EntityKind.PLACE,
        type="town",
        description="Where nobody is.",
        forms=(Form(text="Quillhaven"), Form(text="…")),
    )
    topics = (_invent_topic("grey heron*"), *material.topics)
    more = replace(material, entities=(stranger, *material.entities), topics=topics)
    assert not _list_concerned(material, more, annotated)
    renamed = tuple(e.model_copy(update={"name": "X", "description": "Y."}) for e in material.entities)
    assert _search(replace(material, entities=renamed)) == _search(material)
    (form,) = (Form.model_validate({"text": "the", "in": ["courier-salt-missing"]}),)
    assert _list_concerned(material, _add_form(material, form), annotated) == {"courier-salt-missing"}


def test_a_vocabulary_comes_back_as_it_was_kept(material: Material) -> None:
    """So that it can be compared with the next; whatever texts are searched for changes its digest."""
    searched = _search(material)
    assert SearchedVocabulary.open_plain(searched.write_plain()) == searched
    others = [
        _add_form(material, Form(text="Quillhaven")),
        _change_rules(material, 0, carries=True),
        _change_rules(material, 0, any=("quill",)),
    ]
    assert len({searched.digest, *(_search(other).digest for other in others)}) == 4
