"""How findings were questioned: by others, and by other explanations."""

from __future__ import annotations

from ...model import say
from ..facts import ReportFacts
from .filled import Fill, Filled, Place, held, named, of_findings, share

__all__ = ["FILLS"]


def _debriefing(facts: ReportFacts) -> Filled:
    meetings = [one for one in facts.record.sheets if one.form == "meeting"]
    sentence = say(
        "{n} meeting on a case is on record.|{n} meetings on cases are on record.", n=len(meetings)
    )
    return Filled(
        "on record" if meetings else "not on record", sentence, {"meetings": len(meetings)},
        say("Keep a sheet of each meeting in which others questioned the analysis: Memos, Summary forms."),
        named("memo", ((one.memo, one.name) for one in meetings)),
        tuple((one.name, one.values["attended"]) for one in meetings if one.values.get("attended")),
        "method",
    )  # fmt: skip


def _rivals(facts: ReportFacts) -> Filled:
    stories = held(facts)
    thought = [one for one in stories if one.finding.rival.strip()]
    contests = sum(facts.record.contests.get(one.finding.guid, 0) for one in stories)
    sentence = say(
        "Another explanation is on record with {n} of {total} findings; rivals set against them: "
        "{contests}.",
        n=len(thought), total=len(stories), contests=contests,
    )  # fmt: skip
    return Filled(
        share(len(thought), len(stories)) if stories else "not on record", sentence,
        {"thought": len(thought), "findings": len(stories), "contests": contests},
        say("Write with each finding what else could explain it, or that nothing could."),
        of_findings(one for one in stories if one not in thought) or (Place("findings"),),
        part="findings",
    )  # fmt: skip


FILLS: dict[str, Fill] = {
    "debriefing": _debriefing,
    "rivals": _rivals,
}
