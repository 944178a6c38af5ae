"""Whose words a finding's evidence is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable

from ..model.message import Message, say
from ..model.verdict import FindingFacts, Names

__all__ = ["independent", "names_in_scope_but", "names_of", "scope_trouble", "supports_by_case"]

# Names that facts list; a study may have thousands of cases.
_LISTED = 200


def supports_by_case(facts: FindingFacts) -> Counter[str]:
    """How many segments of each case of the scope support the finding."""
    return Counter(facts.voices)


def independent(cases: Iterable[str], facts: FindingFacts) -> int:
    """How many voices cases are when those that are related count as one."""
    if not facts.related:
        return len(set(cases))
    first = {case: group[0] for group in facts.related for case in group}
    return len({first.get(case, case) for case in cases})


def names_of(guids: Iterable[str], facts: FindingFacts) -> list[str]:
    """What cases, sources or coders are called, in order of their names."""
    named = facts.names.get
    return sorted([named(guid, guid) for guid in guids])[:_LISTED]


def names_in_scope_but(left_out: Container[str], facts: FindingFacts) -> list[str]:
    """What the cases of the scope are called, in order of their names, without those left out."""
    names = facts.names if isinstance(facts.names, Names) else Names(facts.names)
    scope = [guid for guid in names.ordered(facts.scope) if guid not in left_out]
    return [names.get(guid, guid) for guid in scope[:_LISTED]]


def scope_trouble(facts: FindingFacts) -> Message | None:
    """Why nothing can be said of the cases a finding speaks about, or ``None``."""
    if facts.scope_problem:
        return say("Its scope cannot be read any more: {problem}", problem=facts.scope_problem)
    if not facts.scope:
        return say("No case fits its scope.")
    return None
