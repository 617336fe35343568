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
from build_tools.pages.json_ld_nodes import (
    ARCHIVE_ANCHOR,
    DATASET_ANCHOR,
    FINDING_ANCHOR,
    REPORT_ANCHOR,
    JsonLdNode,
    JsonLdNodes,
    drop_unknown,
    make_organisation_node,
    write_iso_date,
)
from build_tools.rights import may_show_text
from build_tools.text.attribution_words import word_finding

_OPEN = ("https://creativecommons.org/", "http://creativecommons.org/")

NONE_MADE: Mapping[str, DownloadFact] = MappingProxyType({})


class PageJsonLd(JsonLdNodes):
    """What one page says in JSON-LD."""

    def describe_page(
        self, title: str, above: tuple[str, str] | None, *about: JsonLdNode, licence: str = "", **more: object
    ) -> JsonLdNode:
        """The whole: the page itself, the way to it, and what it is about; the first of these mainly."""
        page: JsonLdNode = {
            "@type": "WebPage",
            "@id": self.make_id(self.here),
            "url": self.make_url(self.here),
            "name": title,
            "inLanguage": "en",
            "isPartOf": self.make_website_node(),
            "breadcrumb": self._make_breadcrumb(title, above) if self.here else "",
            "license": licence,
            **({"mainEntity": {"@id": about[0]["@id"]}} if about else {}),
            **more,
        }
        return {"@context": "https://schema.org", "@graph": [drop_unknown(node) for node in (page, *about)]}

    def describe_report(self, record: Record) -> Iterator[JsonLdNode]:
        """The report that a source's page describes, then its statements."""
        cited = self.citing.cite_report(record)
        origins, entities, topics = self.index.origins, self.index.entities, self.index.topics
        mentioned = dict.fromkeys(m for claim in record.claims for m in claim.mentions)
        used = dict.fromkeys(t for claim in record.claims for t in claim.topics)
        yield {
            "@type": "NewsArticle",
            "@id": self.make_id(f"{self.here}{REPORT_ANCHOR}"),
            "headline": cited.title,
            "author": [self.make_author_node(name) for name in cited.authors],
            "publisher": self.make_outlet_node(record),
            "datePublished": write_iso_date(record.published.date),
            "inLanguage": record.language,
            "url": record.url,
            "archivedAt": record.archived_url,
            "sameAs": list(record.mirrors),
            "abstract": cited.abstract,
            **self._describe_rights(record),
            "isBasedOn": [self.make_origin_node(o) for r in record.retells if (o := origins.get(r.origin))],
            "about": [self.make_topic_node(topics[t]) for t in used if t in topics],
            "mentions": [self.make_entity_node(e) for m in mentioned if (e := entities.get(m))],
        }
        yield self.make_archive_node()
        for claim in record.claims:
            at = f"{self.here}#{claim.id}"
            yield {
                **self._own_claim(at, claim.text),
                "author": self.make_speaker_node(record, claim),
                "appearance": self.make_report_reference(record.slug),
            }

    def describe_finding(self, finding: Finding) -> Iterator[JsonLdNode]:
        """What several reports say, and the statements that it rests on."""
        slugs = dict.fromkeys(ref.slug for ref in finding.claims)
        yield {
            **self._own_claim(
                f"{self.here}{FINDING_ANCHOR}", word_finding(finding, self.index.counts[finding.id])
            ),
            "appearance": [self.make_report_reference(slug) for slug in slugs],
            "isBasedOn": [self.make_claim_reference(ref) for ref in finding.claims],
            "dateCreated": write_iso_date(finding.added),
            "dateModified": write_iso_date(last_changed(finding)),
        }
        yield self.make_archive_node()

    def describe_origin(self, origin: Origin) -> JsonLdNode:
        """A report that is not held, as far as it is known."""
        entity = self.index.entities.get(origin.entity or "")
        before, givers = self.index.origins, self.index.flows_to.get(origin.id, ())
        return {
            **self.make_origin_node(origin),
            "description": origin.description,
            "publisher": self.make_entity_node(entity)
            if entity
            else make_organisation_node(origin.publisher),
            "datePublished": write_iso_date(origin.published.date) if origin.published else "",
            "isBasedOn": [self.make_origin_node(before[f.giver]) for f in givers if f.giver in before],
        }

    def describe_entity(self, entity: Entity) -> JsonLdNode:
        """A person, organisation, place, event or law."""
        wikidata = f"https://www.wikidata.org/entity/{entity.wikidata}" if entity.wikidata else ""
        others = {f.text for f in entity.forms} | {n.text for n in entity.native}
        return {
            **self.make_entity_node(entity),
            "description": entity.description,
            "alternateName": sorted(others - {entity.name}),
            "sameAs": wikidata,
        }

    def describe_topic(self, topic: Topic) -> JsonLdNode:
        """A term of the archive's vocabulary."""
        return {
            **self.make_topic_node(topic),
            "description": topic.scope_note,
            "alternateName": list(topic.alternatives),
            "inDefinedTermSet": self.make_url("topics/"),
        }

    def describe_home(self) -> JsonLdNode:
        """The site."""
        return {
            **self.make_website_node(),
            "description": self.site.description,
            "url": self.make_url(""),
            "inLanguage": "en",
            "license": self.find_licence(),
            "publisher": self.make_archive_node(),
        }

    def describe_dataset(
        self, changed: Edtf | None, made: Mapping[str, DownloadFact] = NONE_MADE
    ) -> JsonLdNode:
        """The archive as a whole, with what can be downloaded of it; `made`: by name, how that came out."""
        days = sorted(r.published.date.span[0] for r in self.index.records.values())
        return {
            "@type": "Dataset",
            "@id": self.make_id(DATASET_ANCHOR),
            "name": self.site.name,
            "description": self.site.description,
            "url": self.make_url(""),
            "inLanguage": "en",
            "license": self.site.licence,
            "creator": self.make_archive_node(),
            "publisher": {"@id": self.make_id(ARCHIVE_ANCHOR)},
            "isAccessibleForFree": True,
            "dateModified": write_iso_date(changed),
            "temporalCoverage": f"{days[0]}/{days[-1]}" if days else "",
            "distribution": list(self._list_downloads(made)),
        }

    def find_licence(self, *records: Record) -> str:
        """Of a page on these sources; none where it may show a text that is not the archive's to give.

        A page on two sources shows both their texts or neither.
        """
        edition = self.index.edition
        text = bool(records) and all(may_show_text(record, edition) for record in records)
        return self.site.licence if edition is Edition.PUBLIC and not text else ""

    def _list_downloads(self, made: Mapping[str, DownloadFact]) -> Iterator[JsonLdNode]:
        """All that is in own words: not the book, where it may hold captured text."""
        text = any(may_show_text(record, self.index.edition) for record in self.index.records.values())
        for download in self.index.downloads:
            if self.site.url and not (text and download.captured):
                fact = made.get(download.name)
                yield {
                    "@type": "DataDownload",
                    "name": download.file,
                    "contentUrl": self.make_url(download.path),
                    "encodingFormat": download.media_type,
                    # what tells a program whether a file came whole
                    **({"contentSize": f"{fact.bytes} B", "sha256": fact.sha256} if fact else {}),
                }

    def _own_claim(self, address: str, words: str) -> JsonLdNode:
        """A statement in the archive's words, which are its own whoever says it."""
        return drop_unknown(
            {
                "@type": "Claim",
                "@id": self.make_id(address),
                "text": words,
                "license": self.site.licence,
                "claimInterpreter": {"@id": self.make_id(ARCHIVE_ANCHOR)},
            }
        )

    def _describe_rights(self, record: Record) -> JsonLdNode:
        """Who holds the rights in a report: by name where that is all that is said, else as a notice."""
        rights, holder = record.rights, record.rights.holder
        outlet = self.make_outlet_node(record)
        known = make_organisation_node(holder) if holder in self.citing.organisations else {}
        return {
            "copyrightHolder": outlet if holder == outlet["name"] else known or "",
            "copyrightNotice": "" if known or holder == outlet["name"] else holder,
            # what permits nothing is no licence
            "license" if rights.statement.startswith(_OPEN) else "usageInfo": rights.statement,
        }

    def _make_breadcrumb(self, title: str, above: tuple[str, str] | None) -> JsonLdNode:
        steps = [(self.site.name, ""), *([above] if above else []), (title, self.here)]
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                drop_unknown({"@type": "ListItem", "position": n, "name": name, "item": self.make_url(path)})
                for n, (name, path) in enumerate(steps, 1)
            ],
        }
