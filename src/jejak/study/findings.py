"""Findings as a notebook sees them."""

from __future__ import annotations

from typing import Any

from ..checks.leave_one_out import LeftOut
from ..displays.writing import label, place_of
from ..i18n import translate
from ..model import Finding
from ..services.displays import Displays
from ..services.finding_displays import CellSaid, cells_said
from ..services.findings import CheckCard, EvidenceCard, Findings
from ..store import Store
from .collection import Collection
from .handle import Handle
from .passages import Passage
from .tabular import Column, Table

__all__ = ["FindingCollection", "FindingHandle"]


class FindingHandle(Handle[Finding]):
    """A conclusion with what speaks for and against it."""

    def __init__(self, store: Store, user: str, guid: str, language: str) -> None:
        super().__init__(store, user, Finding, guid)
        self._language = language

    @property
    def _service(self) -> Findings:
        return Findings(self._store, self._user)

    @property
    def name(self) -> str:
        """Its label: ``F1``."""
        return self.record.label

    @property
    def statement(self) -> str:
        """What it says."""
        return self.record.statement

    @property
    def status(self) -> str:
        """Hunch, proposition, supported, verified, qualified or rejected."""
        return self.record.status

    def checks(self) -> Table[CheckCard]:
        """Every verification tactic: what it shows now, and what an analyst judged."""
        cards = self._service.examine(self.record)
        types = {
            "tactic": "text", "outcome": "text", "sentence": "text", "advice": "text",
            "judged": "text", "by": "text", "stale": "boolean",
        }  # fmt: skip
        return Table(cards, types, self._check)

    def _check(self, card: CheckCard) -> tuple[object, ...]:
        verdict = card.verdict
        advice = None if verdict.advice is None else translate(verdict.advice, self._language)
        judged = None if card.judged is None else card.judged.verdict
        sentence = translate(verdict.sentence, self._language)
        return (
            verdict.tactic, verdict.outcome, sentence, advice, judged, card.judged_by, card.stale,
        )  # fmt: skip

    def leave_one_out(self) -> Table[LeftOut]:
        """What would change without one participant, source or coder; those without whom nothing
        changes are left out."""
        types = {"without": "text", "name": "text", "tactics": "text", "sentence": "text",
                 "status_stands": "boolean"}  # fmt: skip
        return Table(self._service.leave_one_out(self.record), types, self._left)

    def _left(self, one: LeftOut) -> tuple[object, ...]:
        told = translate(one.sentence, self._language)
        return one.kind, one.name, ", ".join(one.outcomes), told, not one.lacks

    def evidence(self) -> Table[EvidenceCard]:
        """What supports it, then what qualifies and contradicts it, the strongest first."""
        types = {
            "guid": "text", "stance": "text", "weight": "whole", "why": "text", "source": "text",
            "start": "whole", "end": "whole", "text": "text", "by": "text",
        }  # fmt: skip
        return Table(self._service.evidence(self.record), types, self._evidence)

    def _evidence(self, card: EvidenceCard) -> tuple[object, ...]:
        one, segment = card.evidence, card.segment
        place = (
            (None,) * 3 if segment is None else (segment.source_name, segment.start, segment.end)
        )
        words = card.told(self._language)
        return one.guid, one.stance, one.weight, one.why, *place, words, card.by

    def support(self, passage: Passage, *, why: str = "", weight: int | None = None) -> None:
        """Say that a passage supports it; ``weight`` is 0 to 6."""
        self._weigh(passage, "supports", why, weight)

    def contradict(self, passage: Passage, *, why: str = "", weight: int | None = None) -> None:
        """Say that a passage speaks against it; ``weight`` is 0 to 6."""
        self._weigh(passage, "contradicts", why, weight)

    def qualify(self, passage: Passage, *, why: str = "", weight: int | None = None) -> None:
        """Say that a passage limits it; ``weight`` is 0 to 6."""
        self._weigh(passage, "qualifies", why, weight)

    def _weigh(self, passage: Passage, stance: str, why: str, weight: int | None) -> None:
        self._service.add_evidence(
            self.record, source=passage.source, start=passage.start, end=passage.end,
            stance=stance, why=why, weight=weight,
        )  # fmt: skip

    def cite(
        self,
        display: str,
        row: str = "",
        column: str = "",
        *,
        stance: str = "supports",
        why: str = "",
        weight: int | None = None,
    ) -> None:
        """Cite a saved display (by name or GUID) as it is now, or one cell of it as evidence: ``row``
        and ``column`` are labels, paths or keys. What is cited already is cited anew.

        Raises :class:`NotFound`, :class:`InvalidInput` (stance, weight, a cell that stands for a word
        of the material).
        """
        displays = Displays(self._store, self._user)
        shown = displays.get(display)
        if not row and not column:
            self._service.show(self.record, shown)
            return
        matrix = displays.shown(shown)
        place = (
            matrix.rows[place_of(matrix.rows, row, self._language)].key,
            matrix.columns[place_of(matrix.columns, column, self._language)].key,
        )
        self._service.cite_cell(self.record, shown, *place, stance=stance, why=why, weight=weight)

    def cited(self) -> Table[CellSaid]:
        """What it cites of displays, cell by cell: what was said then, and what is said now. Of a whole
        display those that say something else now."""
        types = {
            "display": "text", "seq": "whole", "stance": "text", "row": "text", "column": "text",
            "then": "number", "now": "number", "differs": "boolean", "told": "text",
        }  # fmt: skip
        return Table(cells_said(self._service, self.record), types, self._said)

    def _said(self, one: CellSaid) -> tuple[object, ...]:
        cell = one.cell
        return (
            one.display.name, one.seq, one.stance or None, label(cell.row, self._language),
            label(cell.column, self._language), cell.then.value if cell.then else None,
            cell.now.value if cell.now else None, cell.differs, cell.told(one.seq, self._language),
        )  # fmt: skip

    def judge(self, tactic: str, verdict: str, note: str = "") -> None:
        """Put the analyst's verdict on a tactic: holds, weak, fails or not applicable."""
        self._service.judge(self.record, tactic, verdict, note)

    def update(self, **values: Any) -> None:
        """Change ``statement``, ``status``, ``kind``, ``scope``, ``confidence`` or ``rival``."""
        self._service.update(self.record, **values)

    def remove(self) -> None:
        """Remove it with its evidence."""
        self._service.remove(self.record)


class FindingCollection(Findings, Collection[FindingHandle]):
    """The findings of a study, by label or GUID."""

    def __init__(self, store: Store, user: str, language: str) -> None:
        super().__init__(store, user)
        self._language = language

    def values(self) -> list[FindingHandle]:
        """Every finding, by its label."""
        return [self._handle(finding.guid) for finding in self.all()]

    def keys(self) -> list[str]:
        """The labels."""
        return [finding.label for finding in self.all()]

    def __len__(self) -> int:
        return self._store.count(Finding)

    def _find(self, name: str) -> FindingHandle:
        return self._handle(self.get(name).guid)

    def _handle(self, guid: str) -> FindingHandle:
        return FindingHandle(self._store, self._user, guid, self._language)

    def _columns(self) -> list[Column]:
        cards = self.cards()
        findings = [card.finding for card in cards]
        texts = ("guid", "label", "statement", "kind", "status", "confidence", "scope")
        return [
            *(Column(name, "text", [getattr(one, name) for one in findings]) for name in texts),
            *(
                Column(stance, "whole", [card.counts.get(stance, 0) for card in cards])
                for stance in ("supports", "qualifies", "contradicts")
            ),
            Column("unweighed", "whole", [card.unweighed for card in cards]),
            Column("codes", "texts", [[path for _, path in card.codes] for card in cards]),
        ]
