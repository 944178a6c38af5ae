"""How findings cite displays and cells of them, as a report tells it and as it may leave the study."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, cast

from ..errors import InvalidInput
from ..model import Code, Display, Finding, Link, Snapshot
from ..model.corpus import Corpus
from ..model.shape import Matrix
from ..report.facts import CitedFacts
from ..store import Rows
from ..store.revisions import last_touching, moments_of, revisions
from .finding_displays import as_saved
from .leaving import Leaving
from .name_index import natural_key
from .snapshots import CellsThen, CellThen, SnapshotReader

__all__ = ["Citations"]


class Citations:
    """What one view of a study cites: ``of_display`` and ``of_evidence`` by GUID (of the display; of
    the snapshot that a piece of evidence is)."""

    def __init__(self, rows: Rows, corpus: Corpus, leaving: Leaving) -> None:
        self._rows = rows
        self._corpus = corpus
        self._leaving = leaving
        self._matrices: dict[str, Matrix] = {}
        self._reader = SnapshotReader(rows, corpus, self._now)
        self._labels = {one.guid: one.label for one in rows.each(Finding)}
        self._names = {one.guid: one.name for one in rows.each(Display)}
        self.of_evidence: dict[str, CitedFacts] = {}
        self.of_display = self._all()

    def _now(self, display: Display, coders: Sequence[str] | None) -> Matrix:
        if coders is not None:
            return as_saved(self._rows, self._corpus, display, coders)
        if display.guid not in self._matrices:
            self._matrices[display.guid] = as_saved(self._rows, self._corpus, display)
        return self._matrices[display.guid]

    def _all(self) -> dict[str, tuple[CitedFacts, ...]]:
        found: defaultdict[str, list[CitedFacts]] = defaultdict(list)
        wholes: set[tuple[str, str]] = set()
        for one in self._rows.each(Snapshot):
            facts = self._facts(one)
            found[one.display].append(facts)
            if one.row or one.column:
                self.of_evidence[one.guid] = facts
            else:
                wholes.add((one.finding, one.display))
        for link in self._rows.all(Link, role="shows", target_kind=Display.KIND):
            if (link.owner, link.target) not in wholes and link.owner in self._labels:
                found[link.target].append(self._bare(link))
        return {
            display: tuple(sorted(many, key=lambda one: (natural_key(one.finding), one.seq)))
            for display, many in found.items()
        }

    def _facts(self, one: Snapshot) -> CitedFacts:
        single, stays = bool(one.row or one.column), self._stays(one)
        then = CellsThen() if stays else self._reader.cells(one)
        changed = [cell for cell in then.cells if cell.differs]
        return CitedFacts(
            self._labels[one.finding], self._names[one.display], one.seq, one.created,
            one.codebook, then.kept, then.differing,
            tuple(_Sentence(cell, one.seq) for cell in (then.cells if single else changed)),
            cell=single, stays=stays,
        )  # fmt: skip

    def _stays(self, one: Snapshot) -> bool:
        """Whether what it said, or says now, rests on attributes that stay in the study."""
        decided = cast("list[Any]", one.content.get("attributes", ()))
        if set(map(str, decided)) & set(self._leaving.privacy.hidden):
            return True
        matrix = self._reader.now(one)
        try:
            return matrix is not None and self._leaving.matrix(matrix) is None
        except InvalidInput:
            return True

    def _bare(self, link: Link) -> CitedFacts:
        """A citation of which nothing was kept but when it was made."""
        seq = revisions(self._rows, Link.KIND, [link.guid])[link.guid]
        return CitedFacts(
            self._labels[link.owner], self._names[link.target], seq,
            moments_of(self._rows, [seq])[seq], last_touching(self._rows, Code.KIND, seq),
        )  # fmt: skip


class _Sentence:
    """What a cell said and says, in a language."""

    def __init__(self, cell: CellThen, seq: int) -> None:
        self._cell = cell
        self._seq = seq

    def __call__(self, language: str) -> str:
        return self._cell.told(self._seq, language)
