"""Findings as a notebook sees them."""

from __future__ import annotations

from typing import Any

from ..i18n import translate
from ..model import Finding
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

    def evidence(self) -> Table[EvidenceCard]:
        """What supports it, then what qualifies and contradicts it, the strongest first."""
        types = {
            "guid": "text", "stance": "text", "weight": "whole", "why": "text", "source": "text",
            "start": "whole", "end": "whole", "text": "text", "by": "text",
        }  # fmt: skip
        return Table(self._service.evidence(self.record), types, _evidence)

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

    def judge(self, tactic: str, verdict: str, note: str = "") -> None:
        """Put the analyst's verdict on a tactic: holds, weak, fails or not applicable."""
        self._service.judge(self.record, tactic, verdict, note)

    def update(self, **values: Any) -> None:
        """Change ``statement``, ``status``, ``kind``, ``scope``, ``confidence`` or ``rival``."""
        self._service.update(self.record, **values)

    def remove(self) -> None:
        """Remove it with its evidence."""
        self._service.remove(self.record)


def _evidence(card: EvidenceCard) -> tuple[object, ...]:
    one, segment = card.evidence, card.segment
    place = (None,) * 3 if segment is None else (segment.source_name, segment.start, segment.end)
    words = card.lost if segment is None else segment.text
    return one.guid, one.stance, one.weight, one.why, *place, words, card.by


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
