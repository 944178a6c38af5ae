"""The crate put together: its files, its description of them, and all that the study concludes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import version

from ...model import Message, say
from ..discretion import Discretion
from ..facts import CaseFacts
from ..teller import Teller
from .facts import CrateFacts, CrateFile
from .findings import tell_findings
from .graph import Graph, Node, at, entity
from .material import tell_cases, tell_codes, tell_people, tell_sources, tell_works
from .provenance import history_lines, tell_changes
from .vocabulary import OWN, PROFILE, own

__all__ = ["METADATA", "compose_crate"]

METADATA = "ro-crate-metadata.json"
_PROGRAM = "#jejak"
_SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*", re.ASCII)


def compose_crate(
    facts: CrateFacts,
    files: Sequence[CrateFile],
    language: str,
    discretion: Discretion,
) -> tuple[CrateFile, ...]:
    """The files of a crate, its metadata first, in words that ``discretion`` makes fit to leave."""
    tell, graph = Teller(language), Graph(discretion)
    _descriptor(graph)
    history = CrateFile(
        "history.jsonl", tell(say("All changes of the study, one a line")), "application/jsonl",
        history_lines(graph, facts, tell),
    )  # fmt: skip
    every = (*files, history)
    people = tell_people(graph, facts)
    parts = [_file(graph, one) for one in every]
    told = [
        *tell_questions(graph, facts),
        *tell_cases(graph, facts, tell),
        *tell_sources(graph, facts, tell, tell(say("Kept in the study by those who hold it."))),
        tell_codes(graph, facts, tell(say("Codebook"))),
        *tell_works(graph, facts.report.works),
        *tell_findings(graph, facts, tell),
        *tell_changes(graph, facts, tell),
        *_vocabulary(graph, tell),
        _export(graph, facts, tell, parts),
    ]
    info = facts.report.info
    graph.add(
        "./", ["Dataset", "prov:Entity"], name=info.title,
        identifier=entity(info.guid), inLanguage=list(info.languages),
        description=info.description.strip() or tell(_about(facts)),
        datePublished=facts.report.made.date().isoformat(),
        dateCreated=info.created.isoformat(), author=people, hasPart=parts, mentions=told,
        license=_license(graph, facts, tell),
        conditionsOfAccess=tell(_access(facts.report.cases)),
    )  # fmt: skip
    metadata = CrateFile(METADATA, "", "application/ld+json", graph.document())
    return (metadata, *every)


def tell_questions(graph: Graph, facts: CrateFacts) -> list[Node]:
    """The research questions."""
    return [
        graph.add(entity(one.guid), "Question", name=one.text, position=one.position)
        for one in facts.report.questions
    ]


def _descriptor(graph: Graph) -> None:
    graph.add(METADATA, "CreativeWork", conformsTo=at(PROFILE), about=at("./"))


def _file(graph: Graph, one: CrateFile) -> Node:
    return graph.add(
        one.name, "File", name=one.title, encodingFormat=one.media_type,
        contentSize=str(len(one.content)),
    )  # fmt: skip


def _export(graph: Graph, facts: CrateFacts, tell: Teller, parts: list[Node]) -> Node:
    graph.add(
        _PROGRAM, ["SoftwareApplication", "prov:SoftwareAgent"], name="Jejak",
        softwareVersion=version("jejak"),
    )  # fmt: skip
    ended: datetime = facts.report.made
    return graph.add(
        "#export", ["CreateAction", "prov:Activity"], name=tell(say("The study was written out")),
        agent=at(entity(facts.by)), instrument=at(_PROGRAM), result=parts,
        endTime=ended.isoformat(), prov__endedAtTime=ended.isoformat(),
        prov__wasAssociatedWith=[at(entity(facts.by)), at(_PROGRAM)],
    )  # fmt: skip


def _about(facts: CrateFacts) -> Message:
    report = facts.report
    return say(
        "A qualitative study: {findings} findings, {sources} sources, {cases} cases.",
        findings=len(report.findings), sources=len(report.sources), cases=len(report.cases),
    )  # fmt: skip


def _access(cases: Sequence[CaseFacts]) -> Message:
    people = [one for one in cases if one.case.kind == "person" or one.consent]
    given = [one for one in people if any(each.withdrawn is None for each in one.consent)]
    return say(
        "Participants are named by pseudonym, and words are quoted only where they are evidence. "
        "Consent is on record for {given} of {n} persons; what they agreed to stands with each.",
        given=len(given), n=len(people),
    )  # fmt: skip


def _license(graph: Graph, facts: CrateFacts, tell: Teller) -> Node:
    """Under which terms it may be used: those that were given, or that none were."""
    given = facts.license.strip()
    if given:
        address = f"https://spdx.org/licenses/{given}" if _SPDX.fullmatch(given) else given
        return graph.add(address, "CreativeWork", name=given, description=given)
    return graph.add(
        "#terms", "CreativeWork", name=tell(say("No licence was given")),
        description=tell(say("Whoever wants to use it asks those who hold the study.")),
    )  # fmt: skip


def _vocabulary(graph: Graph, tell: Teller) -> list[Node]:
    """What Jejak's own terms mean."""
    return [
        graph.add(
            own(term), "rdfs:Class" if kind == "Class" else "rdf:Property",
            name=term, rdfs__label=term, rdfs__comment=tell(meaning),
        )
        for term, (kind, meaning) in OWN.items()
    ]  # fmt: skip
