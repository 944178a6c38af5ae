"""How sure one may be of each finding: a summary and a profile, informed by GRADE-CERQual."""

from __future__ import annotations

from collections.abc import Iterable

from ...documents.document import Block, Paragraph, Run, Section, Table, Text
from ...model import say
from ...model.verification import CERQUAL, OVERALL
from ..anchors import finding_anchor
from ..facts import FindingStory, ReportFacts
from ..hints import hints
from ..part import Part
from ..record_facts import AppraisalFacts
from ..teller import Teller

__all__ = ["PART"]

_LEVELS = {
    "high": say(
        "It is highly likely that the finding is a reasonable picture of what it is about."
    ),
    "moderate": say("It is likely that the finding is a reasonable picture of what it is about."),
    "low": say("It is possible that the finding is a reasonable picture of what it is about."),
    "very low": say(
        "It is not clear whether the finding is a reasonable picture of what it is about."
    ),
}
_CONCERNS = {
    "no or very minor": say("no or very minor concerns"),
    "minor": say("minor concerns"),
    "moderate": say("moderate concerns"),
    "serious": say("serious concerns"),
}
_COMPONENTS = {
    "methodological limitations": say("Methodological limitations"),
    "coherence": say("Coherence"),
    "adequacy": say("Adequacy"),
    "relevance": say("Relevance"),
}


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    stories = [one for one in facts.findings if one.finding.status != "rejected"]
    if not stories:
        return (Paragraph(tell.text(say("No finding has been written yet."))),)
    lead = say(
        "CERQual-informed: the components of GRADE-CERQual, which was made for syntheses of several "
        "studies, applied to the findings of this one. Each is a judgement with its reasons, not a sum; "
        "what is computed from the study stands beside it."
    )
    return (
        Paragraph(tell.text(lead), "note"),
        Section("confidence-summary", tell(say("Summary of qualitative findings")),
                (_summary(facts, stories, tell),)),
        Section("confidence-profile", tell(say("Evidence profile")),
                (_profile(facts, stories, tell),)),
    )  # fmt: skip


def _summary(facts: ReportFacts, stories: list[FindingStory], tell: Teller) -> Table:
    columns = (
        tell.column(say("Finding")),
        tell.column(say("Confidence")),
        tell.column(say("Explanation")),
        tell.column(say("Contributing sources")),
    )
    rows = tuple(
        (
            _head(one),
            _level(one, tell),
            _overall(facts, one, tell),
            tell.cell(_sources(one) or tell(say("none"))),
        )
        for one in stories
    )
    return Table(columns, rows)


def _head(story: FindingStory) -> Text:
    finding = story.finding
    return (
        Run(finding.label, strong=True, link=finding_anchor(finding)),
        Run(f" {finding.statement}"),
    )


def _level(story: FindingStory, tell: Teller) -> Text:
    level = story.finding.confidence
    if level is None:
        return tell.text(say("not judged yet"))
    return (Run(tell.title(level), strong=True), Run("\n"), Run(tell(_LEVELS[level]), quiet=True))


def _sources(story: FindingStory) -> list[str]:
    names = (one.passage.source for one in story.evidence if one.passage is not None)
    return list(dict.fromkeys(names))


def _of(facts: ReportFacts, story: FindingStory, component: str) -> list[AppraisalFacts]:
    found = facts.record.appraisals.get(story.finding.guid, ())
    return [one for one in found if one.component == component]


def _overall(facts: ReportFacts, story: FindingStory, tell: Teller) -> Text:
    return _each(_of(facts, story, OVERALL), tell) or tell.text(say("No explanation is given yet."))


def _each(said: Iterable[AppraisalFacts], tell: Teller) -> Text:
    runs: list[Run] = []
    for one in said:
        runs += [Run("\n")] if runs else []
        if one.concern:
            concern = tell(_CONCERNS[one.concern])
            runs.append(Run(f"{concern[:1].upper()}{concern[1:]}. ", strong=True))
        runs += [Run(f"{one.why} "), Run(f"({one.by})", quiet=True)]
    return tuple(runs)


def _profile(facts: ReportFacts, stories: list[FindingStory], tell: Teller) -> Table:
    columns = (
        tell.column(say("Finding")),
        tell.column(say("Component")),
        tell.column(say("Judgement")),
        tell.column(say("Computed")),
    )
    rows = tuple(row for one in stories for row in _components(facts, one, tell))
    return Table(columns, rows)


def _components(
    facts: ReportFacts, story: FindingStory, tell: Teller
) -> Iterable[tuple[Text, ...]]:
    """A row for each component: what the analyst made of it, and beside it what the checks hint at."""
    label = Run(story.finding.label, strong=True, link=finding_anchor(story.finding))
    for number, component in enumerate(CERQUAL):
        computed = " ".join(map(tell, hints(story, component)))
        yield (
            () if number else (label, Run(f"\n{_said(story, tell)}", quiet=True)),
            tell.text(_COMPONENTS[component]),
            _each(_of(facts, story, component), tell) or tell.text(say("not judged yet")),
            (Run(computed, quiet=True),) if computed else (),
        )


def _said(story: FindingStory, tell: Teller) -> str:
    level = story.finding.confidence
    return tell.title(level) if level else tell(say("not judged yet"))


PART = Part("confidence", say("Confidence in the findings (CERQual-informed)"), _tell)
