"""Who asked, who coded, and whose words are heard."""

from __future__ import annotations

from ...model import say
from ..facts import ReportFacts
from .filled import Fill, Filled, Place, contacts, named, persons_of, share
from .sheets import sheet_field

__all__ = ["FILLS"]


def _interviewers(facts: ReportFacts) -> Filled:
    held = contacts(facts)
    known = [one for one in held if one.source.collector]
    names = list(dict.fromkeys(one.source.collector or "" for one in known))
    if not known:
        sentence = say("No interview or group talk says who held it.")
    else:
        sentence = say(
            "{n} of {total} interviews and group talks say who held them: {names}.",
            n=len(known), total=len(held), names=names,
        )  # fmt: skip
    return Filled(
        share(len(known), len(held)), sentence,
        {"known": len(known), "contacts": len(held), "interviewers": len(names)},
        say("Say with each source who collected it: Collect, Sources."),
        (Place("sources"),), part="material",
    )  # fmt: skip


def _relations(facts: ReportFacts) -> Filled:
    what = say("The relation between interviewer and participant")
    return sheet_field(facts, what, {"interview": "relation"})


def _reflexivity(facts: ReportFacts) -> Filled:
    memos = [one for one in facts.record.memos if one.kind == "reflexive"]
    authors = list(dict.fromkeys(one.author for one in memos))
    people = [one.name for one in facts.method.coders if not one.machine and one.by_origin]
    sentence = (
        say(
            "{n} reflexive memo by {names} says how the researcher shaped the study."
            "|{n} reflexive memos by {names} say how the researchers shaped the study.",
            n=len(memos), names=authors,
        )
        if memos
        else say("No reflexive memo says how the researchers shaped the study.")
    )  # fmt: skip
    wrote = len(set(authors) & set(people))
    state = share(wrote, len(people)) if people and memos else "not on record"
    if memos and state == "not on record":
        state = "partly"
    return Filled(
        state, sentence,
        {"memos": len(memos), "authors": len(authors), "coders": len(people), "coders_wrote": wrote},
        say("Let each who codes write a memo of the kind reflexive: what they expected, and what it did."),
        named("memo", ((one.guid, one.title) for one in memos)), part="method",
    )  # fmt: skip


def _fairness(facts: ReportFacts) -> Filled:
    persons = {one.case.name for one in persons_of(facts)}
    heard = {
        one.passage.case
        for story in facts.findings
        for one in story.evidence
        if one.passage is not None and one.passage.case
    } & persons
    against = sum(one.stance != "supports" for story in facts.findings for one in story.evidence)
    sentence = say(
        "The words of {n} of {total} persons are evidence for or against a finding; pieces of it that "
        "contradict or qualify: {against}.",
        n=len(heard), total=len(persons), against=against,
    )  # fmt: skip
    return Filled(
        share(len(heard), len(persons)), sentence,
        {"heard": len(heard), "persons": len(persons), "against": against},
        say("Weigh what those who are not heard said: Conclude, a finding, its unweighed segments."),
        (Place("findings"),), part="findings",
    )  # fmt: skip


FILLS: dict[str, Fill] = {
    "interviewers": _interviewers,
    "relations": _relations,
    "reflexivity": _reflexivity,
    "fairness": _fairness,
}
