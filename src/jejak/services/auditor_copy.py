"""A copy of a study for an auditor: to be read, with remarks, and without what stays in the study."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..checks import CHECKS, rests_on
from ..errors import JejakError
from ..model import (
    Check,
    Finding,
    Message,
    Record,
    Source,
    StudyInfo,
    say,
)
from ..model.auditor import AuditorCopy
from ..model.codec import spec_of
from ..model.corpus import Corpus
from ..model.identity import new_guid
from ..store import Change, Rows, Store
from ..store.copying import begin_copy
from ..store.engine import unmake
from ..store.revisions import revisions
from .finding_facts import FactsReader
from .finding_records import FindingRecords
from .hiding import Hiding
from .leaving import Leaving
from .redacted import Carried, Redacted
from .redacted_texts import as_carried
from .report_facts_names import KnownNames
from .translations import reworded

__all__ = ["CopyReport", "make_copy"]

_VERB = say("Make a copy for an auditor")


@dataclass(frozen=True, slots=True)
class CopyReport:
    """Where the copy lies, how many entities of each kind are in it, and how many were left out because
    they rest on what stays in the study."""

    path: Path
    copied: Mapping[str, int]
    left_out: Mapping[str, int]


def make_copy(store: Store, user: str, path: Path, texts: str = "whole") -> CopyReport:
    """Write a study as a copy for an auditor to a new file.

    Raises :class:`Conflict` where there is a file already, :class:`InvalidInput` (``texts``),
    :class:`StoreFailure`, :class:`NotAllowed` for whoever codes in an open round.
    """
    store.sight.apart().refuse()
    with store.view() as rows:
        corpus, head = store.corpus(), store.head
        study = rows.all(StudyInfo)[0].guid
        mark = AuditorCopy(study, head, _digest(store, head), texts, reworded(rows))
        _ = mark.settings
        leaving = Leaving(rows)
        hiding = Hiding(rows, leaving)
        carried = {
            source.guid: as_carried(rows, source, hiding, texts) for source in rows.all(Source)
        }
        redacted = Redacted(rows, corpus, leaving, hiding, carried)
        copy = begin_copy(path, rows, _telling(rows, hiding))
        try:
            with copy, copy.write(_VERB, user) as change:
                change.forget()
                copied = _fill(change, rows, redacted, carried, mark)
                _keep_fresh(change, copy.corpus(), _fresh(rows, corpus))
        except JejakError:
            unmake(path)
            raise
        return CopyReport(path, copied, redacted.left_out)


def _digest(store: Store, head: int) -> str:
    return store.entry(head).digest if head else ""


def _telling(rows: Rows, hiding: Hiding) -> Telling:
    return Telling(KnownNames(rows), hiding)


class Telling:
    """What was asked, without names of what is no longer there and without real names."""

    def __init__(self, known: KnownNames, hiding: Hiding) -> None:
        self._known = known
        self._hiding = hiding

    def __call__(self, verb: Message) -> Message:
        """A verb as it may leave."""
        return self._clean(self._known.told(verb))

    def _clean(self, verb: Message) -> Message:
        return Message(verb.text, {name: self._argument(one) for name, one in verb.args.items()})

    def _argument(self, value: object) -> object:
        if isinstance(value, Message):
            return self._clean(value)
        if isinstance(value, list | tuple):
            return [self._argument(one) for one in value]
        return self._hiding.told(value) if isinstance(value, str) else value


# --- everything else ---


def _fill(
    change: Change,
    rows: Rows,
    redacted: Redacted,
    carried: Mapping[str, Carried],
    mark: AuditorCopy,
) -> dict[str, int]:
    copied: dict[str, int] = {}
    own = new_guid()
    by_kind: dict[str, list[Record]] = {}
    for one in redacted.all():
        by_kind.setdefault(one.KIND, []).append(_marked(one, own, mark))
    for kind, records in by_kind.items():
        spec = spec_of(kind)
        if kind == Source.KIND:
            records = [_with_text(change, one, carried) for one in records]  # noqa: PLW2901
        last = revisions(rows, kind)
        stamps = [last.get(one.guid, mark.seq) for one in records]
        change.put(spec, spec.names, [spec.wire(one) for one in records], stamps)
        copied[kind] = len(records)
    return copied


def _marked(one: Record, own: str, mark: AuditorCopy) -> Record:
    """The study itself gets a GUID of its own, in whatever refers to it too."""
    if isinstance(one, StudyInfo):
        return replace(one, guid=own, settings={**one.settings, "auditor": mark.settings})
    pointing = {
        field.name: own
        for field in spec_of(one.KIND).fields
        if field.refers == "*" and getattr(one, field.name) == mark.of
    }
    return replace(one, **pointing) if pointing else one


def _with_text(change: Change, one: Record, carried: Mapping[str, Carried]) -> Record:
    text = carried[one.guid].text
    return replace(one, text=change.keep_text(text), length=len(text))  # type: ignore[call-arg]


def _fresh(rows: Rows, corpus: Corpus) -> list[str]:
    """The checks that are not stale."""
    return [check.guid for check, digest in _resting(rows, corpus) if check.rests_on == digest]


def _keep_fresh(change: Change, corpus: Corpus, fresh: Iterable[str]) -> None:
    """Let those checks rest on the facts as the copy has them, all others on none."""
    wanted = set(fresh)
    for check, digest in _resting(change.rows, corpus):
        change.set(check, rests_on=digest if check.guid in wanted else "")


def _resting(rows: Rows, corpus: Corpus) -> list[tuple[Check, str]]:
    findings = rows.all(Finding)
    records = FindingRecords(rows, findings)
    reader = FactsReader(records, corpus)
    known = CHECKS.names()
    return [
        (check, rests_on(CHECKS.get(check.tactic), facts))
        for finding in findings
        if finding.guid in records.checks
        for facts in [reader.facts(finding)]
        for check in records.checks[finding.guid]
        if check.tactic in known
    ]
