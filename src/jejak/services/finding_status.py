"""Whether a finding has what a status asks for, by what is on record of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..checks import CHECKS, rests_on
from ..checks.leave_one_out import LeftOut, leave_one_out
from ..checks.status import GUARDED, PLAUSIBLE, Lack, lacking, lacking_for_each
from ..errors import Conflict
from ..model import Check, Finding, Message, Plausible, say
from ..model.corpus import Corpus
from ..model.verdict import FindingFacts
from ..store import Change
from .finding_facts import FactsReader
from .finding_records import FindingRecords

__all__ = ["lacking_by_status", "left_out", "reasons_of", "refuse_lacking"]


def reasons_of(records: FindingRecords, finding: Finding, facts: FindingFacts) -> dict[str, str]:
    """The verdicts that analysts gave with written reasons and that are not stale, by tactic. Of some
    people's work alone nothing can be said to be stale."""
    known = CHECKS.names()
    return {
        one.tactic: one.verdict
        for one in records.checks.get(finding.guid, ())
        if one.note and one.tactic in known and (records.only is not None or _fresh(one, facts))
    }


def lacking_by_status(
    records: FindingRecords, finding: Finding, facts: FindingFacts
) -> Mapping[str, tuple[Lack, ...]]:
    """What a finding lacks for every status there is."""
    return lacking_for_each(facts, reasons_of(records, finding, facts))


def left_out(records: FindingRecords, corpus: Corpus, finding: Finding) -> tuple[LeftOut, ...]:
    """What a finding would come to without one of its participants, sources or coders."""
    facts = FactsReader(records, corpus).facts(finding)
    return leave_one_out(facts, finding.status, reasons_of(records, finding, facts))


def refuse_lacking(change: Change, corpus: Corpus, finding: Finding) -> None:
    """Raise :class:`Conflict` (``status-lacking``) where a finding has a status that is given only to
    findings that lack nothing for it, and lacks something; one that is merely plausible stays a hunch,
    or is rejected."""
    records = FindingRecords(change.rows, [finding])
    guarded = finding.status in GUARDED
    if not guarded and not records.on_record[Plausible.KIND].get(finding.guid):
        return
    facts = FactsReader(records, corpus).facts(finding)
    lacks = [
        lack
        for lack in lacking(finding.status, facts, reasons_of(records, finding, facts))
        if guarded or lack.condition == PLAUSIBLE
    ]
    if lacks:
        raise Conflict(
            "status-lacking",
            _in_a_row([
                say(
                    "{label} cannot be {status} yet.",
                    label=finding.label, status=Message(finding.status),
                ),
                *(lack.sentence for lack in lacks),
            ]),
            _in_a_row([lack.advice for lack in lacks]),
        )  # fmt: skip


def _in_a_row(sentences: Sequence[Message]) -> Message:
    text = " ".join(f"{{s{number}}}" for number in range(len(sentences)))
    return Message(text, {f"s{number}": one for number, one in enumerate(sentences)})


def _fresh(judged: Check, facts: FindingFacts) -> bool:
    return judged.rests_on == rests_on(CHECKS.get(judged.tactic), facts)
