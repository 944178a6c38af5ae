"""Findings as claims, what was weighed for them as annotations, checks as reviews."""

from __future__ import annotations

from collections.abc import Mapping

from ..facts import CheckFacts, EvidenceFacts, FindingStory, Passage
from ..teller import Teller
from .facts import CrateFacts
from .graph import Graph, Node, at, entity

__all__ = ["tell_findings"]

# So much of the words around a quotation is told with it, in code points.
_AROUND = 60
_STANCES = {
    "supports": "jejak:supportedBy",
    "contradicts": "jejak:contradictedBy",
    "qualifies": "jejak:qualifiedBy",
}


def tell_findings(graph: Graph, facts: CrateFacts, tell: Teller) -> list[Node]:
    """All findings with what they rest on; their addresses."""
    one = _Findings(graph, facts, tell)
    return [one.tell(story) for story in facts.report.findings]


class _Findings:
    def __init__(self, graph: Graph, facts: CrateFacts, tell: Teller) -> None:
        self._graph = graph
        self._facts = facts
        self._tell = tell
        self._sources = {one.source.name: one.source.guid for one in facts.report.sources}
        self._cases = {one.case.name: one.case.guid for one in facts.report.cases}
        self._people = {one.name: one.guid for one in facts.people}

    def tell(self, story: FindingStory) -> Node:
        finding = story.finding
        address = entity(finding.guid)
        by_stance: dict[str, list[Node]] = {name: [] for name in _STANCES.values()}
        for piece in story.evidence:
            by_stance[_STANCES[piece.stance]].append(self._evidence(piece, address))
        checks = [self._check(story, check) for check in story.checks]
        return self._graph.add(
            address, ["Claim", "prov:Entity"], name=finding.label, text=finding.statement,
            additionalType=finding.kind, creativeWorkStatus=finding.status,
            description=finding.rival,
            author=[at(entity(finding.user))], dateCreated=finding.created.isoformat(),
            jejak__confidence=finding.confidence,
            jejak__questions=at(entity(story.question.guid)) if story.question else None,
            jejak__concerns=[at(entity(guid)) for guid, _ in story.codes],
            about=[at(entity(self._cases[name])) for name in story.scope],
            citation=[at(f"#work-{number}") for number in self._works(story)],
            mentions=checks, **self.origin(finding.guid), **by_stance,
        )  # fmt: skip

    def _works(self, story: FindingStory) -> list[int]:
        order = {key: number for number, key in enumerate(self._facts.report.works, 1)}
        return [order[key] for key in story.literature]

    def origin(self, guid: str) -> dict[str, object]:
        """Which change made an entity, and which ones changed it afterwards."""
        written = self._facts.written.get(guid, ())
        told = [at(f"#change-{seq}") for seq in written]
        return {"prov:wasGeneratedBy": told[:1], "prov:wasInfluencedBy": told[1:]}

    def _evidence(self, piece: EvidenceFacts, finding: str) -> Node:
        one = piece.evidence
        assert one is not None  # the words of all of it are told
        address = entity(one.guid)
        return self._graph.add(
            address, ["oa:Annotation", "jejak:Evidence", "prov:Entity"],
            oa__motivatedBy=at("http://www.w3.org/ns/oa#assessing"), oa__hasBody=at(finding),
            oa__hasTarget=self._target(piece, address), about=at(finding),
            jejak__stance=one.stance, jejak__weight=one.weight, description=one.why,
            author=at(entity(one.user)), dateCreated=one.created.isoformat(),
            text=self._words(piece),
            jejak__speaker=self._speaker(piece.passage), **self.origin(one.guid),
        )  # fmt: skip

    def _speaker(self, passage: Passage | None) -> Node | None:
        if passage is None or passage.case is None:
            return None
        return at(entity(self._cases[passage.case]))

    def _words(self, piece: EvidenceFacts) -> str:
        cited = piece.cited
        if cited is not None:
            return (
                "" if cited.stays else " ".join(cell(self._tell.language) for cell in cited.cells)
            )
        return self._graph.quoted(piece.passage.text if piece.passage else piece.lost or "")

    def _target(self, piece: EvidenceFacts, address: str) -> Node | None:
        """Where the words stand: the source, their place in it, and the words themselves."""
        passage = piece.passage
        if passage is None:
            return None
        quoted = self._graph.quoted
        place = self._graph.add(
            f"{address}#position", "oa:TextPositionSelector",
            oa__start=passage.start, oa__end=passage.end,
        )  # fmt: skip
        words = self._graph.add(
            f"{address}#quote", "oa:TextQuoteSelector", oa__exact=quoted(passage.text),
            oa__prefix=quoted(passage.lead[-_AROUND:]), oa__suffix=quoted(passage.tail[:_AROUND]),
        )  # fmt: skip
        return self._graph.add(
            f"{address}#target", "oa:SpecificResource",
            oa__hasSource=at(entity(self._sources[passage.source])),
            oa__hasSelector=[words, place],
        )  # fmt: skip

    def _check(self, story: FindingStory, check: CheckFacts) -> Node:
        finding, verdict = story.finding, check.verdict
        address = f"{entity(finding.guid)}#{verdict.tactic}"
        guid = self._facts.checks.get((finding.guid, verdict.tactic), "")
        judged_by = self._people.get(check.judged_by or "")
        return self._graph.add(
            address, ["ClaimReview", "prov:Entity"], name=self._tell(check.title),
            itemReviewed=at(entity(finding.guid)), jejak__tactic=verdict.tactic,
            jejak__outcome=verdict.outcome, reviewBody=self._tell(verdict.sentence),
            citation=check.source, jejak__judgement=check.judged, description=check.note,
            jejak__stale=check.stale if check.judged else None,
            author=at(entity(judged_by)) if judged_by else None,
            datePublished=check.judged_on.isoformat() if check.judged_on else None,
            additionalProperty=self._graph.facts(address, _named(verdict.facts)),
            **self.origin(guid),
        )  # fmt: skip


def _named(facts: Mapping[str, object]) -> Mapping[str, object]:
    return {name: value for name, value in facts.items() if value is not None}
