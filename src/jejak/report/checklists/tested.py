"""How findings were tested against the material."""

from __future__ import annotations

from collections import Counter

from ...model import say
from ..facts import ReportFacts
from .filled import Fill, Filled, Place, check_of, held, of_findings, share

__all__ = ["FILLS"]


def _triangulation(facts: ReportFacts) -> Filled:
    stories = held(facts)
    levels = Counter(
        str(check.verdict.facts.get("level", "none"))
        for story in stories
        if (check := check_of(story, "triangulation")) is not None and not check.stays
    )
    sentence = say(
        "Of {findings} findings {full} are borne out by several people and several kinds of source, "
        "{partial} by either.",
        findings=len(stories), full=levels["full"], partial=levels["partial"],
    )  # fmt: skip
    state = share(levels["full"], len(stories)) if stories else "not on record"
    if state == "not on record" and levels["partial"]:
        state = "partly"
    return Filled(
        state, sentence,
        {"findings": len(stories), "full": levels["full"], "partial": levels["partial"]},
        say("Look for other people and other kinds of source that speak of it."),
        of_findings(stories), part="findings",
    )  # fmt: skip


def _negative(facts: ReportFacts) -> Filled:
    stories = held(facts)
    searched = [one for one in stories if facts.record.searches.get(one.finding.guid)]
    n = sum(facts.record.searches.get(one.finding.guid, 0) for one in stories)
    sentence = say(
        "What speaks against it was looked for with {n} of {total} findings; searches logged: {searches}.",
        n=len(searched), total=len(stories), searches=n,
    )  # fmt: skip
    return Filled(
        share(len(searched), len(stories)) if stories else "not on record", sentence,
        {"searched": len(searched), "findings": len(stories), "searches": n},
        say("Log a search with each finding that has none: its check on negative evidence."),
        of_findings(one for one in stories if one not in searched) or (Place("findings"),),
        part="findings",
    )  # fmt: skip


def _held_back(facts: ReportFacts) -> Filled:
    stories = held(facts)
    later = [
        one
        for one in stories
        if (check := check_of(one, "replication")) and check.verdict.facts.get("later")
    ]
    unread = sum(one.source.status == "to read" for one in facts.sources)
    sentence = say(
        "{n} of {total} findings are borne out by words that came in after they were written; sources "
        "not read yet: {unread}.",
        n=len(later), total=len(stories), unread=unread,
    )  # fmt: skip
    return Filled(
        share(len(later), len(stories)) if later else "not on record", sentence,
        {"later": len(later), "findings": len(stories), "unread": unread},
        say("Keep some sources unread until the findings stand, then try them on these."),
        of_findings(later), part="findings",
    )  # fmt: skip


FILLS: dict[str, Fill] = {
    "triangulation": _triangulation,
    "held_back": _held_back,
    "negative_cases": _negative,
}
