"""Exemplary passages of codes, and where codes were used."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from ..model import Code, Link, Segment, Source, say
from ..model.corpus import NamedColumns
from ..store import Store
from ..store.cascade import drop_bare_segments
from ..store.segments import segment_at
from .segment_cards import FoundSegment, SegmentCards

__all__ = ["CodeExamples", "CodeUses", "Used"]


@dataclass(frozen=True, slots=True)
class Used:
    """A source or case, and how many codings a code has there."""

    guid: str
    name: str
    codings: int


@dataclass(frozen=True, slots=True)
class CodeUses:
    """Where a code (with those below it) was used, most often first."""

    sources: tuple[Used, ...]
    cases: tuple[Used, ...]


class CodeExamples:
    """What stands behind the entry of a code: passages that exemplify it, and where it is used."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def all(self, code: Code, context: int = 80) -> list[FoundSegment]:
        """The exemplary passages of a code, in the order they were chosen, each with its GUID."""
        with self._store.view() as rows:
            corpus = self._store.corpus()
            cards, found = SegmentCards(rows, corpus), []
            for link in rows.all(Link, role="example", owner=code.guid):
                segment = rows.get(Segment, link.target)
                if segment.lost is not None:
                    continue
                source = corpus.sources.guid.index(segment.source)
                card = cards.segment(source, segment.start, segment.end, context)
                found.append(replace(card, segment=segment.guid))
        return found

    def add(self, code: Code, source: Source, start: int, end: int) -> Segment:
        """Let the stretch ``[start, end)`` (code points) exemplify a code, also one that nobody
        coded. Raises :class:`InvalidInput` for a stretch outside the text."""
        verb = say("Take a passage of “{source}” as an example of “{code}”",
                   source=source.name, code=code.name)  # fmt: skip
        with self._store.write(verb, self._user) as change:
            segment = segment_at(change, source, start, end)
            tie = Link(
                role="example", owner_kind="code", owner=code.guid,
                target_kind="segment", target=segment.guid,
            )  # fmt: skip
            there = {"role": tie.role, "owner": tie.owner, "target": tie.target}
            if change.rows.first(Link, **there) is None:
                change.add(tie)
            return segment

    def remove(self, code: Code, segment: str) -> None:
        """Let a passage exemplify a code no more; its codings stay."""
        verb = say("Take away an example of “{code}”", code=code.name)
        with self._store.write(verb, self._user) as change:
            links = change.rows.all(Link, role="example", owner=code.guid, target=segment)
            change.remove(*links)
            drop_bare_segments(change, [link.target for link in links])

    def uses(self, code: Code) -> CodeUses:
        """In which sources and cases a code, or one below it, was used how often."""
        corpus = self._store.corpus()
        row = corpus.codes.guid.index(code.guid)
        codings = corpus.codings
        mask = (codings.code >= row) & (codings.code < corpus.codes.last[row])
        return CodeUses(
            _counted(codings.source[mask].tolist(), corpus.sources),
            _counted([case for case in codings.case[mask].tolist() if case >= 0], corpus.cases),
        )


def _counted(rows: list[int], names: NamedColumns) -> tuple[Used, ...]:
    return tuple(
        Used(names.guid[row], names.name[row], count) for row, count in Counter(rows).most_common()
    )
