"""What further data would answer: from what is missing, who is silent, and which checks are thin."""

from __future__ import annotations

from collections import Counter

from ...documents.document import Block, Bullets, Paragraph, Text
from ...model import Message, say
from ..asking import asks
from ..facts import FindingStory, ReportFacts
from ..part import Part
from ..standings import answers, cases_of, kinds_of
from ..teller import Teller

__all__ = ["PART"]

_NAMED = 12
# An attribute with more values than this does not part people into groups.
_GROUPS = 6


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    told = [*_questions(facts), *_people(facts), *_groups(facts, tell), *_findings(facts, tell)]
    if not told:
        nothing = say("By what is counted here, nothing asks for more data.")
        return (Paragraph(tell.text(nothing)),)
    lead = say("These gaps are counted from the study; whoever goes on with it may begin here.")
    ask = say(
        "Say what you advise beyond that: to practice, to policy, to those who do research next."
    )
    entries: tuple[Text, ...] = tuple(tell.text(one) for one in told)
    return (Paragraph(tell.text(lead)), Bullets(entries), asks(ask, tell))


def _questions(facts: ReportFacts) -> list[Message]:
    return [
        say("Nothing answers this question yet; collect or code what speaks to it: {question}",
            question=one.text)
        for one in facts.questions
        if not answers(facts, one)
    ]  # fmt: skip


def _people(facts: ReportFacts) -> list[Message]:
    without = [one.case.name for one in facts.cases if not one.sources and not one.quoted]
    silent = [one.case.name for one in facts.cases if one.sources and not one.quoted]
    told = []
    if without:
        told.append(say("There is no material of {cases}; hear them.", cases=_few(without)))
    if silent:
        told.append(
            say("There is material of {cases}, but no word of theirs is coded; read it for the codes "
                "there are.", cases=_few(silent))
        )  # fmt: skip
    return told


def _groups(facts: ReportFacts, tell: Teller) -> list[Message]:
    """Groups of persons of whom there is no material of a kind that there is of others."""
    kinds = {one.source.name: one.source.kind for one in facts.sources}
    persons = [one for one in facts.cases if one.case.kind == "person"]
    every = [
        k for k, _ in Counter(k for p in persons for k in _kinds(p.sources, kinds)).most_common()
    ]
    told = []
    for name in dict.fromkeys(name for one in persons for name in one.attributes):
        values = dict.fromkeys(p.attributes[name] for p in persons if p.attributes.get(name))
        if not 1 < len(values) <= _GROUPS or facts.attribute_kinds.get(name) == "number":
            continue
        for value in values:
            own = [one for one in persons if one.attributes.get(name) == value]
            there = {kind for one in own for kind in _kinds(one.sources, kinds)}
            lacks = [tell.word(kind) for kind in every if kind not in there]
            if lacks:
                told.append(
                    say("Of persons with “{name}: {value}” ({n}) there is no material of these kinds: "
                        "{kinds}.", name=name.replace("_", " "), value=value, n=len(own), kinds=lacks)
                )  # fmt: skip
    return told


def _kinds(sources: tuple[str, ...], kinds: dict[str, str]) -> set[str]:
    return {kinds[name] for name in sources if name in kinds}


def _findings(facts: ReportFacts, tell: Teller) -> list[Message]:
    """What each finding would need, where it stands on few feet."""
    return [one for story in facts.findings if story.finding.status != "rejected"
            for one in _needs(story, tell)]  # fmt: skip


def _needs(story: FindingStory, tell: Teller) -> list[Message]:
    own, label = story.of("supports"), story.finding.label
    told, cases, kinds = [], cases_of(own), kinds_of(own)
    if not own:
        return [say("{finding} has no evidence for it yet: look for some, and for what contradicts it.",
                    finding=label)]  # fmt: skip
    if len(cases) == 1:
        told.append(say("{finding} rests on {case} alone: ask others about it.",
                        finding=label, case=cases[0]))  # fmt: skip
    if len(kinds) == 1:
        told.append(say("{finding} rests on one kind of source ({kind}): look for it in another.",
                        finding=label, kind=tell.word(kinds[0])))  # fmt: skip
    heard = set(cases_of(story.evidence))
    silent = [name for name in story.scope if name not in heard]
    if silent:
        told.append(say("{finding} speaks about {cases} too, of whom no evidence comes: ask them.",
                        finding=label, cases=_few(silent)))  # fmt: skip
    if story.unweighed_total:
        told.append(say("{finding}: {n} segment under its codes is still to be weighed."
                        "|{finding}: {n} segments under its codes are still to be weighed.",
                        finding=label, n=story.unweighed_total))  # fmt: skip
    return told


def _few(names: list[str]) -> list[object]:
    if len(names) <= _NAMED:
        return list(names)
    return [*names[:_NAMED], say("{n} more", n=len(names) - _NAMED)]


PART = Part("further", say("Suggestions for further data"), _tell)
