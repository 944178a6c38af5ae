"""What analysts put on record when they test a finding: one way to write, change and remove it all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from typing import Any, TypeVar, cast

from ..checks.quantities import WORDS
from ..checks.reasoning import StepRow
from ..errors import InvalidInput, NotFound
from ..model import (
    Appraisal,
    Contest,
    Feedback,
    Finding,
    IfThen,
    Message,
    Plausible,
    Quality,
    Quantity,
    Record,
    Search,
    Source,
    Standing,
    Step,
    Surprise,
    say,
)
from ..store import Change, Rows, Store
from ..store.cascade import drop_bare_segments, remove_whole
from ..store.segments import segment_at
from .evidence_ties import Shown, evidence_of, tie_evidence, untie_evidence
from .things import Thing
from .verification_values import checked

__all__ = ["RECORDED", "RESTING", "ReasoningStep", "Verification", "recorded"]

R = TypeVar("R", bound=Record)

# What is put on record of a finding, by the name of its kind.
RECORDED: Mapping[str, type[Record]] = {
    kind.KIND: kind
    for kind in (
        Search, Feedback, IfThen, Standing, Contest, Quantity, Appraisal, Plausible, Surprise, Step,
    )
}  # fmt: skip
# Of these there are words that they rest on.
RESTING = (Surprise.KIND, Step.KIND)
# Of these a person has one at most for each of their keys: said again, it is written anew.
_ONCE: Mapping[str, tuple[str, ...]] = {
    Standing.KIND: ("case", "unusual"), Contest.KIND: ("rival",), Quantity.KIND: ("phrase",),
    Appraisal.KIND: ("component",), Plausible.KIND: (),
}  # fmt: skip
_VERBS: Mapping[str, tuple[Message, Message, Message]] = {
    Search.KIND: (
        say("Log a search for {label}"), say("Change a logged search"), say("Remove a logged search"),
    ),
    Feedback.KIND: (
        say("Note feedback on {label}"), say("Change feedback"), say("Remove feedback"),
    ),
    IfThen.KIND: (
        say("Put up a rule for {label}"), say("Change a rule"), say("Remove a rule"),
    ),
    Standing.KIND: (
        say("Say how {label} stands with an unusual case"),
        say("Change how a finding stands with a case"),
        say("Take back how a finding stands with a case"),
    ),
    Contest.KIND: (
        say("Say how {label} came out against a rival"),
        say("Change how a rival came out"), say("Take back how a rival came out"),
    ),
    Quantity.KIND: (
        say("Bind a word of quantity of {label} to a count"),
        say("Change the count of a word of quantity"), say("Unbind a word of quantity"),
    ),
    Appraisal.KIND: (
        say("Appraise the confidence in {label}"), say("Change an appraisal"),
        say("Remove an appraisal"),
    ),
    Plausible.KIND: (
        say("Mark {label} as merely plausible"), say("Say why a finding is plausible"),
        say("Take back that a finding is merely plausible"),
    ),
    Surprise.KIND: (
        say("Note a surprise about {label}"), say("Change a surprise"), say("Remove a surprise"),
    ),
    Step.KIND: (
        say("Add a step to the reasoning of {label}"), say("Change a step of reasoning"),
        say("Remove a step of reasoning"),
    ),
}  # fmt: skip

_CIRCUMSTANCES = say("Record the circumstances of a segment")


def recorded(rows: Rows, findings: Sequence[str]) -> dict[str, dict[str, list[Record]]]:
    """What is on record of findings (GUIDs): kind -> finding -> records in the order they were made."""
    found: dict[str, dict[str, list[Record]]] = {}
    for name, kind in RECORDED.items():
        of: dict[str, list[Record]] = {}
        for one in rows.among(kind, "finding", findings):
            of.setdefault(cast(Any, one).finding, []).append(one)
        for many in of.values():
            many.sort(key=lambda one: (cast(Any, one).created, one.guid))
        found[name] = of
    return found


@dataclass(frozen=True, slots=True)
class ReasoningStep:
    """A step of reasoning with the words it rests on."""

    step: Step
    words: tuple[Thing, ...]

    @property
    def row(self) -> StepRow:
        """The step as its strength is told from it."""
        return StepRow(self.step.number, len(self.words), self.step.seen)


class Verification:
    """The searches, feedback, rules, unusual cases, rivals, quantities and appraisals of findings,
    and the circumstances that words came about under."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def of(self, finding: Finding) -> dict[str, list[Record]]:
        """All that is on record of a finding, by the names of :data:`RECORDED`."""
        with self._store.view() as rows:
            found = recorded(rows, [finding.guid])
        return {kind: of.get(finding.guid, []) for kind, of in found.items()}

    def add(
        self, finding: Finding, kind: str, *, words: Sequence[Shown] = (), **values: Any
    ) -> Record:
        """Put something on record of a finding; said again by the same person of the same case, rival,
        word or component, it is written anew.

        The fields are those of the record (:mod:`jejak.model.verification`); cases, rivals and
        attributes may be given by name; a surprise or a step may rest on ``words``. Raises
        :class:`InvalidInput`, :class:`NotFound`.
        """
        record = _kind(kind)
        verb = _VERBS[kind][0]
        with self._store.write(replace(verb, args={"label": finding.label}), self._user) as change:
            change.rows.get(Finding, finding.guid)
            kept = checked(change, record, values)
            _fits(finding, kept)
            keys = {name: kept[name] for name in _ONCE.get(kind, ()) if name in kept}
            own = {"finding": finding.guid, "user": self._user, **keys}
            once = bool(keys) or _ONCE.get(kind) == ()
            there = change.rows.first(record, **own) if once else None
            if there is not None:
                return change.set(there, **checked(change, record, kept, there))
            kept = _usual(kind, kept) | _numbered(change, finding, kind) | kept
            made = _made(record, finding=finding.guid, user=self._user, **kept)
            checked(change, record, {}, made)
            change.add(made)
            if words:
                tie_evidence(change, _resting(change, kind, made.guid), words)
            return made

    def update(self, kind: str, guid: str, **values: Any) -> Record:
        """Change a record. Raises :class:`InvalidInput`, :class:`NotFound`."""
        record = _kind(kind)
        with self._store.write(_VERBS[kind][1], self._user) as change:
            there = change.rows.get(record, guid)
            kept = checked(change, record, values, there)
            _fits(change.rows.get(Finding, cast(Any, there).finding), kept)
            return change.set(there, **kept)

    def remove(self, kind: str, guids: Sequence[str]) -> int:
        """Take records away; how many there were. Raises :class:`NotFound` for a kind that is none."""
        record = _kind(kind)
        with self._store.write(_VERBS[kind][2], self._user) as change:
            found = [one.guid for one in change.rows.among(record, "guid", guids)]
            remove_whole(change, kind, found)
        return len(found)

    # -- words that records rest on ----------------------------------------------------------------

    def show(self, kind: str, guid: str, shown: Sequence[Shown]) -> int:
        """Tie words to a surprise or a step of reasoning: segments or codings by GUID, or stretches
        of sources; how many are new. Raises :class:`InvalidInput`, :class:`NotFound`."""
        with self._store.write(say("Tie words to what is on record"), self._user) as change:
            return len(tie_evidence(change, _resting(change, kind, guid), shown))

    def hide(self, kind: str, guid: str, segments: Sequence[str]) -> int:
        """Take words (segments by GUID) from a surprise or a step; how many there were."""
        with self._store.write(say("Take words from what is on record"), self._user) as change:
            return untie_evidence(change, _resting(change, kind, guid), segments)

    def shown(self, guids: Iterable[str]) -> dict[str, tuple[Thing, ...]]:
        """The words that surprises and steps (GUIDs) rest on."""
        with self._store.view() as rows:
            return evidence_of(rows, guids)

    def reasoning(
        self, finding: Finding, *, people: Collection[str] | None = None
    ) -> list[ReasoningStep]:
        """The steps that lead to a finding, in their order; ``people`` (GUIDs) leaves out those of
        others."""
        with self._store.view() as rows:
            steps = rows.all(Step, finding=finding.guid)
            kept = [one for one in steps if people is None or one.user in people]
            kept.sort(key=lambda one: (one.number, one.created, one.guid))
            words = evidence_of(rows, [one.guid for one in kept])
        return [ReasoningStep(one, words.get(one.guid, ())) for one in kept]

    # -- circumstances -----------------------------------------------------------------------------

    def quality(self, segment: str) -> Quality | None:
        """The circumstances recorded for a segment (a GUID)."""
        with self._store.read() as rows:
            return rows.first(Quality, segment=segment)

    def set_quality_at(
        self, source: Source, start: int, end: int, circumstances: Mapping[str, bool | None]
    ) -> Quality | None:
        """As :meth:`set_quality`, of a stretch of a source in code points."""
        with self._store.write(_CIRCUMSTANCES, self._user) as change:
            return self.set_quality(segment_at(change, source, start, end).guid, circumstances)

    def set_quality(self, segment: str, circumstances: Mapping[str, bool | None]) -> Quality | None:
        """Record circumstances of a segment, beside those it has; ``None`` takes one back.

        What is left, ``None`` where nothing is. Raises :class:`InvalidInput`, :class:`NotFound`.
        """
        with self._store.write(_CIRCUMSTANCES, self._user) as change:
            there = change.rows.first(Quality, segment=segment)
            wanted = dict(there.circumstances if there else {}) | dict(circumstances)
            told = {name: said for name, said in wanted.items() if said is not None}
            kept = checked(change, Quality, {"segment": segment, "circumstances": told})
            if there is None:
                if not told:
                    return None
                made = Quality(user=self._user, **kept)
                change.add(made)
                return made
            if not told:
                _remove_quality(change, there)
                return None
            return change.set(there, **kept)


def _remove_quality(change: Change, quality: Quality) -> None:
    change.remove(quality)
    drop_bare_segments(change, [quality.segment])


def _resting(change: Change, kind: str, guid: str) -> Record:
    if kind not in RESTING:
        raise InvalidInput("no-words", f"A {kind} on record rests on no words of its own.")
    return change.rows.get(RECORDED[kind], guid)


def _numbered(change: Change, finding: Finding, kind: str) -> dict[str, Any]:
    """A new step comes after those that are there."""
    if kind != Step.KIND:
        return {}
    there = change.rows.all(Step, finding=finding.guid)
    return {"number": max((step.number for step in there), default=0) + 1}


def _kind(name: str) -> type[Record]:
    if name not in RECORDED:
        raise NotFound(
            "no-such-record", f"Nothing of the kind “{name}” is put on record of findings.",
            f"There are: {', '.join(RECORDED)}.",
        )  # fmt: skip
    return RECORDED[name]


def _made(record: type[R], **values: Any) -> R:
    missing = [
        one.name
        for one in fields(record)
        if one.name not in values and one.default is MISSING and one.default_factory is MISSING
    ]
    if missing:
        raise InvalidInput(
            "not-enough", f"A {record.KIND} to be put on record lacks: {', '.join(missing)}."
        )
    return record(**values)


def _usual(kind: str, kept: Mapping[str, Any]) -> dict[str, Any]:
    """The shares between which a word of quantity usually fits, for a known one."""
    if kind != Quantity.KIND or "low" in kept or "high" in kept:
        return {}
    bounds = WORDS.get(str(kept.get("phrase", "")).casefold())
    return dict(zip(("low", "high"), bounds, strict=True)) if bounds else {}


def _fits(finding: Finding, kept: Mapping[str, Any]) -> None:
    """Raise :class:`InvalidInput` for a phrase the statement does not have, or a rival that is the
    finding itself."""
    phrase = kept.get("phrase")
    if phrase is not None and phrase.casefold() not in finding.statement.casefold():
        raise InvalidInput(
            "no-such-phrase", f"The statement of {finding.label} does not say “{phrase}”."
        )
    if kept.get("rival") == finding.guid:
        raise InvalidInput("own-rival", "A finding is no rival of itself.")
