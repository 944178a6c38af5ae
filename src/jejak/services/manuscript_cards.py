"""Passages of a manuscript as they are told: where they stand, what they rest on, how they quote it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..analysis.quoting.anchoring import Spot, spot
from ..analysis.quoting.comparing import Compared, compare
from ..model import Annotation, Evidence, Finding, Link, Manuscript, Segment, Source
from ..model.manuscript import ANNOTATES
from ..store import Rows
from .name_index import natural_key

__all__ = [
    "STANDINGS",
    "PassageCard",
    "Tied",
    "passage_cards",
    "placed_at",
    "sources_of",
    "weighed",
]

# How a passage stands, the worst first.
STANDINGS = ("misquoted", "gone", "adrift", "unfound", "proposed", "tied", "set aside")


@dataclass(frozen=True, slots=True)
class Tied:
    """A finding that a passage tells, and with which stances the words it rests on are its
    evidence."""

    finding: Finding
    stances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassageCard:
    """A passage of a manuscript, numbered in the order it stands in.

    ``spot`` is ``None`` where its words are no longer in the manuscript. ``excerpt`` are the words of
    the study it quotes or rests on, in ``source`` at ``segment``; ``compared`` says how a quotation
    differs from them. ``findings`` are those it tells; ``offered`` those whose evidence its words are.
    """

    number: int
    annotation: Annotation
    spot: Spot | None
    source: Source | None = None
    segment: Segment | None = None
    excerpt: str = ""
    compared: Compared | None = None
    findings: tuple[Tied, ...] = ()
    offered: tuple[Tied, ...] = ()

    @property
    def standing(self) -> str:
        """One of :data:`STANDINGS`."""
        one = self.annotation
        if one.state == "set aside":
            return one.state
        if self.segment is not None and self.segment.lost is not None:
            return "gone"
        if self.spot is None:
            return "adrift"
        if self.compared is not None and self.compared.differences:
            return "misquoted"
        if self.segment is None and not self.findings:
            return "unfound"
        return one.state


def passage_cards(rows: Rows, manuscript: Manuscript) -> list[PassageCard]:
    """The passages of a manuscript in their order, those that are no longer in it last.

    Raises :class:`MissingExtra`.
    """
    annotations = rows.all(Annotation, manuscript=manuscript.guid)
    placed = [(placed_at(manuscript.paragraphs, one), one) for one in annotations]
    last = len(manuscript.paragraphs) + 1
    placed.sort(
        key=lambda pair: (
            (last, 0, pair[1].created.timestamp()) if pair[0] is None
            else (pair[0].paragraph, pair[0].start, -pair[0].end)
        )
    )  # fmt: skip
    reader = _Reader(rows, annotations)
    return [reader.card(number, one, at) for number, (at, one) in enumerate(placed, 1)]


def sources_of(rows: Rows, manuscript: Manuscript) -> set[str]:
    """The sources (GUIDs) in whose words its tied passages rest."""
    tied = rows.each(Annotation, manuscript=manuscript.guid, state="tied")
    segments = {one.segment for one in tied if one.segment}
    return {one.source for one in rows.among(Segment, "guid", segments)}


def placed_at(paragraphs: Sequence[str], one: Annotation) -> Spot | None:
    """Where a passage stands now."""
    near = Spot(one.paragraph, one.start, one.end)
    return spot(paragraphs, one.passage, one.prefix, one.suffix, near)


class _Reader:
    def __init__(self, rows: Rows, annotations: Sequence[Annotation]) -> None:
        self._rows = rows
        wanted = {one.segment for one in annotations if one.segment}
        self._segments = {one.guid: one for one in rows.among(Segment, "guid", wanted)}
        sources = {one.source for one in self._segments.values()}
        self._sources = {one.guid: one for one in rows.among(Source, "guid", sources)}
        self._findings = {one.guid: one for one in rows.all(Finding)}
        self._links: dict[str, list[str]] = {}
        for link in rows.all(Link, role=ANNOTATES):
            self._links.setdefault(link.owner, []).append(link.target)
        self._weighed = weighed(rows, sources)

    def card(self, number: int, one: Annotation, at: Spot | None) -> PassageCard:
        """One passage."""
        segment = self._segments.get(one.segment or "")
        linked = self._links.get(one.guid, [])
        if segment is None:
            return PassageCard(number, one, at, findings=self._tied(linked, {}))
        stances = self._stances(segment)
        source = self._sources[segment.source]
        excerpt = segment.lost
        if excerpt is None:
            excerpt = self._rows.text(source.text, segment.start, segment.end)
        offered = [guid for guid in stances if guid not in linked]
        return PassageCard(
            number, one, at, source, segment, excerpt,
            compare(one.passage, excerpt) if one.quotation else None,
            self._tied(linked, stances), self._tied(offered, stances),
        )  # fmt: skip

    def _stances(self, segment: Segment) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for start, end, evidence in self._weighed.get(segment.source, ()):
            if start < segment.end and segment.start < end:
                found.setdefault(evidence.finding, []).append(evidence.stance)
        return found

    def _tied(self, findings: Sequence[str], stances: dict[str, list[str]]) -> tuple[Tied, ...]:
        there = (self._findings[guid] for guid in findings if guid in self._findings)
        return tuple(
            Tied(one, tuple(dict.fromkeys(stances.get(one.guid, ()))))
            for one in sorted(there, key=lambda one: natural_key(one.label))
        )


def weighed(rows: Rows, sources: set[str]) -> dict[str, list[tuple[int, int, Evidence]]]:
    """Where in some sources (GUIDs) evidence stands, with it."""
    pieces: dict[str, list[Evidence]] = {}
    for one in rows.each(Evidence, target_kind=Segment.KIND):
        pieces.setdefault(one.target, []).append(one)
    found: dict[str, list[tuple[int, int, Evidence]]] = {}
    for segment in rows.among(Segment, "guid", pieces):
        if segment.source in sources and segment.lost is None:
            found.setdefault(segment.source, []).extend(
                (segment.start, segment.end, one) for one in pieces[segment.guid]
            )
    return found
