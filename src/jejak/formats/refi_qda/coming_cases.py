"""Cases of a project file and what belongs to them."""

from __future__ import annotations

from typing import Any

from ...model import Case, Code, Link, Relation, say
from ..zipped import local
from .coming_variables import Variables
from .intake import Coming, Intake, as_xml, derived, described_of
from .kept import kept_beside

__all__ = ["REPRESENTED", "case_of", "tied"]

# What a case's reference to a code becomes.
REPRESENTED = "is represented by"
_OF_CASE = frozenset({"Description", "CodeRef", "VariableValue", "SourceRef", "SelectionRef"})


def case_of(
    intake: Intake, variables: Variables, element: Any, coming: Coming
) -> list[tuple[str, str, Any]]:
    """A case; its references to what has not come yet: (case, kind, element) each."""
    intake.tally.read["case"] += 1
    raw = element.get("name") or ""
    guid = intake.claim(element.get("guid"), Case.KIND, raw)
    description = described_of(element)
    name = intake.free("case", raw, f"Case {intake.tally.read['case']}")
    case = Case(guid=guid, name=name, description=description or "")
    coming.records.append(case)
    intake.labels[guid] = name
    left = variables.values(element, "case", guid, coming)
    intake.beside(
        coming,
        element,
        "case",
        guid,
        intake.told.case(case),
        _OF_CASE,
        **({"extra": left} if left else {}),
    )
    kinds = {"CodeRef": "code", "SourceRef": "source", "SelectionRef": "segment"}
    return [(guid, kinds[local(one.tag)], one) for one in element if local(one.tag) in kinds]


def tied(intake: Intake, case: str, kind: str, element: Any, coming: Coming) -> None:
    """What a case refers to, once it has come."""
    target = intake.guid(element.get("targetGUID"))
    if intake.kinds.get(target) != kind:
        intake.tally.note(
            "refers-to-nothing", say("The case refers to something that is not in the file; that is kept for "
                                     "the way back."), f"case {case}",
        )  # fmt: skip
        coming.records += kept_beside("case", case, {"extra": [as_xml(element)]})
    elif kind == Code.KIND:
        coming.records.append(Relation(
            guid=derived(case, target, "represented"), type=REPRESENTED, origin_kind="case", origin=case,
            target_kind="code", target=target,
        ))  # fmt: skip
    else:
        coming.records.append(Link(
            guid=derived(case, target, "member"), role="member", owner_kind="case", owner=case,
            target_kind=kind, target=target,
        ))  # fmt: skip
