"""Whose words a finding's evidence is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..model.message import Message, say
from ..model.verdict import FindingFacts

__all__ = ["independent", "names_of", "scope_trouble", "supports_by_case"]

# Names that facts list; a study may have thousands of cases.
_LISTED = 200


def supports_by_case(facts: FindingFacts) -> Counter[str]:
    """How many segments of each case of the scope support the finding."""
    scope = set(facts.scope)
    return Counter(row.case for row in facts.of("supports") if row.case in scope)


def independent(cases: Iterable[str], facts: FindingFacts) -> int:
    """How many voices cases are when those that are related count as one."""
    first = {case: group[0] for group in facts.related for case in group}
    return len({first.get(case, case) for case in cases})


def names_of(guids: Iterable[str], facts: FindingFacts) -> list[str]:
    """What cases, sources or coders are called, in order of their names."""
    return sorted(facts.names.get(guid, guid) for guid in guids)[:_LISTED]


def scope_trouble(facts: FindingFacts) -> Message | None:
    """Why nothing can be said of the cases a finding speaks about, or ``None``."""
    if facts.scope_problem:
        return say("Its scope cannot be read any more: {problem}", problem=facts.scope_problem)
    if not facts.scope:
        return say("No case fits its scope.")
    return None
