"""Made-up findings to try checks with."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from ..model.finding import STANCES
from ..model.source import SOURCE_KINDS
from ..model.verdict import (
    Contact,
    EvidenceRow,
    FeedbackRow,
    FindingFacts,
    Given,
    Halves,
    QuantityRow,
    RivalRow,
    RuleRow,
    SearchRow,
    StandingRow,
    SurpriseRow,
    UnderCodes,
)
from ..model.verification import CIRCUMSTANCES, HOLDS, UNUSUAL

__all__ = ["example_facts"]


def example_facts(random: Random) -> FindingFacts:
    """The facts of a made-up finding: with or without evidence, codes, cases, coders."""
    cases = [f"case-{n}" for n in range(random.randint(0, 5))]
    coders = [f"coder-{n}" for n in range(random.randint(0, 3))]
    evidence = tuple(_example_evidence(random, n, cases) for n in range(random.randint(0, 8)))
    scope = tuple(case for case in cases if random.random() < 0.8)
    total = random.choice((0, 0, 1, 10, 200))
    left = random.randint(0, total)
    names = [*cases, *coders, *(f"source-{n}" for n in range(4))]
    return FindingFacts(
        guid=f"finding-{random.randint(1, 9)}",
        label=f"F{random.randint(1, 9)}",
        codes=tuple(f"code-{n}" for n in range(random.randint(0, 2))) if not total else ("code-0",),
        evidence=evidence,
        weights={row.guid: random.randint(0, 6) for row in evidence if random.random() < 0.8},
        coded_by={
            row.guid: tuple(coder for coder in coders if random.random() < 0.6)
            for row in evidence
            if row.stance == "supports" and row.source
        },
        scope=scope,
        scope_problem="There is no case “A”." if random.random() < 0.1 else "",
        exposed=tuple(case for case in scope if random.random() < 0.7),
        related=(tuple(cases[:2]),) if len(cases) > 1 and random.random() < 0.5 else (),
        strata={"role": {case: random.choice(("seller", "buyer")) for case in cases}},
        under_codes=UnderCodes(
            total=total,
            unweighed=left,
            by_case={cases[0]: left} if left and cases else {},
            by_kind={random.choice(SOURCE_KINDS): left} if left else {},
            mark=random.randint(0, 99),
        ),
        cases=len(cases),
        coders=len(coders),
        names={guid: guid.title() for guid in names},
        **_example_tests(random, evidence, scope, coders),
    )


def _example_tests(
    random: Random, evidence: Sequence[EvidenceRow], scope: Sequence[str], coders: Sequence[str]
) -> dict[str, Any]:
    """How a made-up finding was tested."""

    def some(things: Sequence[Any], share: float = 0.5) -> tuple[Any, ...]:
        return tuple(one for one in things if random.random() < share)

    rules = (
        RuleRow("code:A", "code:B", "case", 9, 4, 6, 3, tuple(scope[:1]), "role",
                (("seller", 3, 1, 2, 3), ("buyer", 1, 1, 1, 4)), predicted=True, pending=True),
        RuleRow("code:A", "code:C", "case", 12, 6, 6, 6),
        RuleRow("code:A", "code:D", problem="There is no code “D”."),
    )  # fmt: skip
    sources = {row.source for row in evidence if row.source}
    return {
        "statement": random.choice(("Most begin anew.", "Semua takut.", "They begin anew.")),
        "circumstances": {
            row.guid: {name: random.random() < 0.7 for name in some(CIRCUMSTANCES)}
            for row in some(evidence)
        },
        "given": {
            row.guid: Given(random.choice((*coders, "nobody")), after=random.random() < 0.3)
            for row in evidence
        },
        "contacts": {
            source: Contact("interview", "talk", random.choice(("", "Rina")), "2020-05-01",
                            random.choice((None, 0, 1)))
            for source in sorted(sources)
        },
        "halves": Halves(random.randint(0, 3), 3, random.randint(0, 4), 4),
        "frames": some(("frame-0", "frame-1")),
        "memos": {kind: random.randint(1, 3) for kind in some(("reflexive", "jotting"))},
        "unlike": {case: random.choice((0.0, 0.5, 0.9)) for case in scope},
        "extremes": {"risk": (tuple(scope[:1]), tuple(scope[1:]))} if scope else {},
        "quantities": some(
            (
                QuantityRow("Most", 3, 4, 0.5, 1), QuantityRow("Semua", 1, 4, 1, 1),
                QuantityRow("begin", 0, 0), QuantityRow("anew", problem="There is no code “D”."),
            )
        ),
        "searches": some((SearchRow("code:A", 40, 2), SearchRow("code:B", 9, 0))),
        "feedback": some(
            (
                FeedbackRow(scope[0] if scope else None, "disagree", random.random() < 0.5),
                FeedbackRow(None, "agree"), FeedbackRow(None, "no reply"),
            )
        ),
        "rules": some(rules),
        "standings": tuple(
            StandingRow(case, random.choice(UNUSUAL), random.choice(HOLDS), random.random() < 0.5)
            for case in some(scope)
        ),
        "rivals": some((RivalRow("F8", "weakened", 3, 2, 1), RivalRow("F9", "", 0, 0, 1))),
        "rival_said": random.random() < 0.5,
        "plausible": random.random() < 0.3,
        "surprises": some(
            (SurpriseRow(), SurpriseRow(sought=True), SurpriseRow(sought=True, settled=True)), 0.3
        ),
    }  # fmt: skip


def _example_evidence(random: Random, number: int, cases: Sequence[str]) -> EvidenceRow:
    guid, stance = f"evidence-{number}", random.choice(STANCES)
    if random.random() < 0.1:
        return EvidenceRow(guid, stance, lost=True)
    if random.random() < 0.1:
        return EvidenceRow(guid, stance, target_kind="reference")
    start = random.randint(0, 99)
    return EvidenceRow(
        guid,
        stance,
        source=f"source-{random.randint(0, 3)}",
        source_kind=random.choice(SOURCE_KINDS),
        start=start,
        end=start + random.randint(1, 30),
        case=random.choice((*cases, None)),
    )
