"""A page → what it is about in the words of schema.org (JSON-LD), for search engines and their like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from build_tools.model.archive import Edition
from build_tools.model.dated import last_changed
from build_tools.model.download import DownloadFact
from build_tools.model.edtf import Edtf
from build_tools.model.evidence import Finding, Origin
from build_tools.model.record import Record
from build_tools.model.vocabulary import Entity, Topic
from build_tools.pages.nodes import ARCHIVE, DATASET, FINDING, REPORT, Node, Nodes, full, iso, organisation
from build_tools.rights import may_show_text
from build_tools.text.attribution_words import word_finding

_OPEN = ("https://creativecommons.org/", "http://creativecommons.org/")

NONE_MADE: Mapping[str, DownloadFact] = MappingProxyType({})


class Linked(Nodes):
    """What one page says in JSON-LD."""

    def page(
        self, title: str, above: tuple[str, str] | None, *about: Node, licence: str = "", **more: object
    ) -> Node:
        """The whole: the page itself, the way to it, and what it is about; the first of these mainly."""
        here: Node = {
            "@type": "WebPage",
            "@id": self.id(self.here),
            "url": self.url(self.here),
            "name": title,
            "inLanguage": "en",
            "isPartOf": self.website(),
            "breadcrumb": self._way(title, above) if self.here else "",
            "license": licence,
            **({"mainEntity": {"@id": about[0]["@id"]}} if about else {}),
            **more,
        }
        return {"@context": "https://schema.org", "@graph": [full(node) for node in (here, *about)]}

    def report(self, record: Record) -> Iterator[Node]:
        """The report that a source's page describes, then its statements."""
        cited = self.citing.report(record)
        origins, entities, topics = self.index.origins, self.index.entities, self.index.topics
        mentioned = dict.fromkeys(m for claim in record.claims for m in claim.mentions)
        used = dict.fromkeys(t for claim in record.claims for t in claim.topics)
        yield {
            "@type": "NewsArticle",
            "@id": self.id(f"{self.here}{REPORT}"),
            "headline": cited.title,
            "author": [self.author(name) for name in cited.authors],
            "publisher": self.outlet(record),
            "datePublished": iso(record.published.date),
            "inLanguage": record.language,
            "url": record.url,
            "archivedAt": record.archived_url,
            "sameAs": list(record.mirrors),
            "abstract": cited.abstract,
            **self._rights(record),
            "isBasedOn": [self.origin(o) for r in record.retells if (o := origins.get(r.origin))],
            "about": [self.topic(topics[t]) for t in used if t in topics],
            "mentions": [self.named(e) for m in mentioned if (e := entities.get(m))],
        }
        yield self.archive()
        for claim in record.claims:
            at = f"{self.here}#{claim.id}"
            yield {
                **self._own_claim(at, claim.text),
                "author": self.speaker(record, claim),
                "appearance": self.held(record.slug),
            }

    def finding(self, finding: Finding) -> Iterator[Node]:
        """What several reports say, and the statements that it rests on."""
        slugs = dict.fromkeys(ref.slug for ref in finding.claims)
        yield {
            **self._own_claim(f"{self.here}{FINDING}", word_finding(finding, self.index.counts[finding.id])),
            "appearance": [self.held(slug) for slug in slugs],
            "isBasedOn": [self.claim(ref) for ref in finding.claims],
            "dateCreated": iso(finding.added),
            "dateModified": iso(last_changed(finding)),
        }
        yield self.archive()

    def told(self, origin: Origin) -> Node:
        """A report that is not held, as far as it is known."""
        entity = self.index.entities.get(origin.entity or "")
        before, givers = self.index.origins, self.index.flows_to.get(origin.id, ())
        return {
            **self.origin(origin),
            "description": origin.description,
            "publisher": self.named(entity) if entity else organisation(origin.publisher),
            "datePublished": iso(origin.published.date) if origin.published else "",
            "isBasedOn": [self.origin(before[f.giver]) for f in givers if f.giver in before],
        }

    def entity(self, entity: Entity) -> Node:
        """A person, organisation, place, event or law."""
        wikidata = f"https://www.wikidata.org/entity/{entity.wikidata}" if entity.wikidata else ""
        others = {f.text for f in entity.forms} | {n.text for n in entity.native}
        return {
            **self.named(entity),
            "description": entity.description,
            "alternateName": sorted(others - {entity.name}),
            "sameAs": wikidata,
        }

    def term(self, topic: Topic) -> Node:
        """A term of the archive's vocabulary."""
        return {
            **self.topic(topic),
            "description": topic.scope_note,
            "alternateName": list(topic.alternatives),
            "inDefinedTermSet": self.url("topics/"),
        }

    def home(self) -> Node:
        """The site."""
        return {
            **self.website(),
            "description": self.site.description,
            "url": self.url(""),
            "inLanguage": "en",
            "license": self.licence(),
            "publisher": self.archive(),
        }

    def dataset(self, changed: Edtf | None, made: Mapping[str, DownloadFact] = NONE_MADE) -> Node:
        """The archive as a whole, with what can be downloaded of it; `made`: by name, how that came out."""
        days = sorted(r.published.date.earliest for r in self.index.records.values())
        return {
            "@type": "Dataset",
            "@id": self.id(DATASET),
            "name": self.site.name,
            "description": self.site.description,
            "url": self.url(""),
            "inLanguage": "en",
            "license": self.site.licence,
            "creator": self.archive(),
            "publisher": {"@id": self.id(ARCHIVE)},
            "isAccessibleForFree": True,
            "dateModified": iso(changed),
            "temporalCoverage": f"{days[0]}/{days[-1]}" if days else "",
            "distribution": list(self._downloads(made)),
        }

    def licence(self, *records: Record) -> str:
        """Of a page on these sources; none where it may show a text that is not the archive's to give.

        A page on two sources shows both their texts or neither.
        """
        edition = self.index.edition
        text = bool(records) and all(may_show_text(record, edition) for record in records)
        return self.site.licence if edition is Edition.PUBLIC and not text else ""

    def _downloads(self, made: Mapping[str, DownloadFact]) -> Iterator[Node]:
        """All that is in own words: not the book, where it may hold captured text."""
        text = any(may_show_text(record, self.index.edition) for record in self.index.records.values())
        for download in self.index.downloads:
            if self.site.url and not (text and download.captured):
                yield {
                    "@type": "DataDownload",
                    "name": download.file,
                    "contentUrl": self.url(download.path),
                    "encodingFormat": download.media_type,
                    **_measure(made.get(download.name)),
                }

    def _own_claim(self, address: str, words: str) -> Node:
        """A statement in the archive's words, which are its own whoever says it."""
        return full(
            {
                "@type": "Claim",
                "@id": self.id(address),
                "text": words,
                "license": self.site.licence,
                "claimInterpreter": {"@id": self.id(ARCHIVE)},
            }
        )

    def _rights(self, record: Record) -> Node:
        """Who holds the rights in a report: by name where that is all that is said, else as a notice."""
        rights, holder = record.rights, record.rights.holder
        outlet = self.outlet(record)
        known = organisation(holder) if holder in self.citing.organisations else {}
        return {
            "copyrightHolder": outlet if holder == outlet["name"] else known or "",
            "copyrightNotice": "" if known or holder == outlet["name"] else holder,
            "license" if rights.statement.startswith(_OPEN) else "usageInfo": rights.statement,
        }

    def _way(self, title: str, above: tuple[str, str] | None) -> Node:
        steps = [(self.site.name, ""), *([above] if above else []), (title, self.here)]
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                full({"@type": "ListItem", "position": n, "name": name, "item": self.url(path)})
                for n, (name, path) in enumerate(steps, 1)
            ],
        }


def _measure(fact: DownloadFact | None) -> Node:
    """What tells a program whether a file came whole."""
    return {"contentSize": f"{fact.bytes} B", "sha256": fact.sha256} if fact else {}
