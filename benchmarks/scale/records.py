"""A story's source → its record and its captured page, as a keeper would have written them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.scale.stories import Fact, Story
from benchmarks.scale.texts import CapturedPage, lay_out_page
from benchmarks.scale.vocabulary import Entry, World
from benchmarks.scale.words import Lexicon, happens, invent_sentence, invent_text
from benchmarks.scale.writing import Plain

_PARAGRAPHS: Final = (13, 27)
_PARAGRAPH_WORDS: Final = (22, 44)
"""Twenty paragraphs of 35 words on the whole, some names having two: seven hundred words."""
_CLAIM_WORDS: Final = (13, 23)
_KINDS: Final = ("allegation", "event", "policy", "quote", "legal", "denial")
_WEIGHTS: Final = (40, 27, 13, 12, 6, 4)
"""As often as in the real archive, where a claim with a figure is of kind `figure`."""
_HEDGES: Final = ("stated flatly", "reportedly", "said", "according to", "claimed; unnamed")
_CHANGES: Final = ("dropped hedge", "hardened", "lost detail", "lost attribution", "added")
_QUALIFIERS: Final = ("around", "at least", "up to", "more than")
_STATED: Final = 0.5
"""How often a report is named by the source: in the real archive about every second chain."""
_LINKS: Final = (0, 1, 1, 2, 3)


@dataclass(frozen=True, slots=True)
class Source:
    """One invented source."""

    slug: str
    record: Plain
    page: CapturedPage
    refs: tuple[tuple[str, Fact], ...]
    """Its claims as findings name them, each with what it states."""


def invent_sources(story: Story, origins: Sequence[str], world: World) -> Iterator[Source]:
    """The sources of a story, in order; `origins` are the ids of the story's own."""
    return (_Writer(story, place, origins, world).write() for place in range(len(story.told)))


class _Writer:
    """Writes one source; every throw of its dice comes in the order of these methods."""

    def __init__(self, story: Story, place: int, origins: Sequence[str], world: World) -> None:
        self.number = story.first + place
        self.dice = world.dice("source", self.number)
        self.lexicon = world.lexicon
        self.facts = story.told[place]
        self.outlet = self.dice.choice(world.cast.outlets)
        self.entities = world.cast.entities
        self.paragraphs = self.dice.randint(*_PARAGRAPHS)
        self.passages = sorted(self.dice.choices(range(1, self.paragraphs + 1), k=len(self.facts)))
        own = origins[2 * place : 2 * place + 2]
        others = [origin for origin in origins if origin not in own]
        more = min(len(others), self.dice.choice((0, 0, 1, 1, 1)))
        self.origins = [*own, *self.dice.sample(others, more)]

    def write(self) -> Source:
        """Record, page and refs."""
        title = invent_sentence(self.lexicon, self.dice, 9).rstrip(".")
        texts = [self._paragraph(number) for number in range(1, self.paragraphs + 1)]
        page = lay_out_page(title, texts, self.outlet.name)
        chains = {f"chain-{n}": self._chain(texts) for n in range(1, 5)}
        claims = self._claims(texts)
        used = {str(claim["chain"]) for claim in claims if "chain" in claim}
        slug = f"{'-'.join(self.dice.sample(self.lexicon.words, 3))}-{self.number + 1}"
        record: Plain = {
            **self._head(slug, title, page),
            "retells": [self._retelling(origin) for origin in self.origins],
            "chains": {name: links for name, links in chains.items() if name in used},
            "claims": claims,
            "notes": [self._note(claims) for _ in range(self.dice.randint(3, 8))],
        }
        refs = ((f"{slug}#{claim['id']}", fact) for claim, fact in zip(claims, self.facts, strict=True))
        return Source(slug, record, page, tuple(refs))

    def _head(self, slug: str, title: str, page: CapturedPage) -> dict[str, Plain]:
        published: Plain = {"date": invent_day(self.dice), "basis": self.dice.choice(("stated", "address"))}
        return {
            "slug": slug,
            "title": title,
            "outlet": self.outlet.id,
            **(
                {"authors": [" ".join(self.dice.sample(self.lexicon.names, 2))]}
                if happens(self.dice, 0.2)
                else {}
            ),
            "published": published,
            "language": "en",
            "url": f"https://{self.outlet.id}.example/{slug}",
            "rights": {
                "publish": "digest",
                "holder": self.outlet.name,
                "statement": "http://rightsstatements.org/vocab/InC/1.0/",
            },
            "capture": {
                "file": f"{name_source(self.number)}.txt",
                "sha256": page.sha256,
                "bytes": len(page.content),
            },
            "paragraphs": self.paragraphs,
            "summary": invent_text(self.lexicon, self.dice, 54),
            "added": "2031-05-02",
        }

    def _paragraph(self, number: int) -> str:
        """Two sentences, with the names that its claims mention."""
        names = [
            e.name
            for fact, at in zip(self.facts, self.passages, strict=True)
            if at == number
            for e in fact.mentions
        ]
        length = self.dice.randint(*_PARAGRAPH_WORDS)
        first = invent_sentence(self.lexicon, self.dice, length // 2, names[:3])
        return f"{first} {invent_sentence(self.lexicon, self.dice, length - length // 2, names[3:6])}"

    def _chain(self, texts: Sequence[str]) -> list[Plain]:
        """A speaker whom nothing establishes, then a report: named in a paragraph, or our inference."""
        who = f"{self.dice.choice(('unnamed', 'a former', 'one'))} {self.dice.choice(self.lexicon.words)}"
        entity, origin = self.dice.choice(self.entities[:60]), self.dice.choice(self.origins)
        number = self.dice.randint(1, len(texts))
        named = " ".join(texts[number - 1].split()[:2]).rstrip(".,")
        stated: dict[str, Plain] = {"ground": "stated attribution", "passage": f"p{number}", "named": named}
        ground = stated if happens(self.dice, _STATED) else {"ground": "aligned passage"}
        return [{"who": who}, {"who": entity.name, "entity": entity.id, "origin": origin, **ground}]

    def _claims(self, texts: Sequence[str]) -> list[dict[str, Plain]]:
        claims, before = [], 0
        count = 0
        for fact, passage in zip(self.facts, self.passages, strict=True):
            count = count + 1 if passage == before else 1
            before = passage
            claims.append(self._claim(fact, f"p{passage}c{count}", texts[passage - 1]))
        return claims

    def _claim(self, fact: Fact, name: str, text: str) -> dict[str, Plain]:
        dice, words = self.dice, text.split()
        at = dice.randrange(len(words) - 6)
        optional: dict[str, tuple[bool, Plain]] = {
            "chain": (happens(dice, 0.93), f"chain-{dice.randint(1, 4)}"),
            "figures": (fact.value is not None, [self._figure(fact)]),
            "when": (happens(dice, 0.07), invent_day(dice)),
            "quotation": (happens(dice, 0.22), " ".join(words[at : at + dice.randint(2, 6)])),
            "note": (happens(dice, 0.1), invent_sentence(self.lexicon, dice, 9)),
        }
        given = {key: value for key, (there, value) in optional.items() if there}
        return {
            "id": name,
            "text": invent_sentence(
                self.lexicon, dice, dice.randint(*_CLAIM_WORDS), names_of(fact.mentions[:2])
            ),
            "kind": "figure" if fact.value else dice.choices(_KINDS, _WEIGHTS)[0],
            "topics": [topic.id for topic in fact.topics],
            "said_by": invent_sentence(self.lexicon, dice, 4).rstrip("."),
            "mentions": [entity.id for entity in fact.mentions],
            "wording": dice.choice(_HEDGES),
            **given,
        }

    def _figure(self, fact: Fact) -> Plain:
        """Now and then another number than the others have, or a word for it."""
        dice = self.dice
        value = (fact.value or 0) + dice.choice((0, 0, 0, 1, 10))
        number: dict[str, Plain] = {"vague": "hundreds"} if happens(dice, 0.3) else {"value": value}
        return {
            **number,
            "unit": fact.unit,
            **({"qualifier": dice.choice(_QUALIFIERS)} if happens(dice, 0.46) else {}),
            "as_of": invent_day(dice),
            **({"place": fact.place.id} if fact.place else {}),
            **({"scope": invent_sentence(self.lexicon, dice, 6)} if happens(dice, 0.62) else {}),
        }

    def _retelling(self, origin: str) -> Plain:
        changes: list[Plain] = [
            {
                "passage": f"p{self.dice.randint(1, self.paragraphs)}",
                "kind": self.dice.choice(_CHANGES),
                "text": invent_sentence(self.lexicon, self.dice, 18),
            }
            for _ in range(self.dice.choice((0, 1, 2, 3)))
        ]
        how = self.dice.choice(("cites", "retells", "retells", "republishes"))
        return {"origin": origin, "how": how, **({"changes": changes} if changes else {})}

    def _note(self, claims: Sequence[dict[str, Plain]]) -> Plain:
        kind, claim = (
            self.dice.choice(("context", "context", "caution", "correction")),
            str(self.dice.choice(claims)["id"]),
        )
        evidence = [invent_evidence(claim, self.lexicon, self.dice) for _ in range(self.dice.choice(_LINKS))]
        return {
            "passage": claim.partition("c")[0],
            "kind": kind,
            "text": invent_text(self.lexicon, self.dice, 34),
            **({"claims": [claim]} if kind == "correction" else {}),
            **({"evidence": evidence} if evidence else {}),
        }


def invent_evidence(name: str, lexicon: Lexicon, dice: random.Random) -> Plain:
    """Something outside that was looked at."""
    return {
        "url": f"https://{dice.choice(lexicon.words)}.example/{name}",
        "seen": "2031-05-01",
        "extent": dice.choice(("whole", "opening", "excerpt")),
        "use": invent_sentence(lexicon, dice, 6).rstrip("."),
    }


def name_source(number: int) -> str:
    """The name of a record's file, without its ending."""
    return f"{number:06}"


def names_of(entries: Sequence[Entry]) -> list[str]:
    """As a sentence names them."""
    return [entry.name for entry in entries]


def invent_day(dice: random.Random) -> str:
    """Some day of three years."""
    return f"{dice.randint(2028, 2030)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
