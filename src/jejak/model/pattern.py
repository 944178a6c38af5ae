"""Which codes a pattern code is made of, besides those below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from .connection import Relation
from .identity import name_key

__all__ = ["PART_OF", "PATTERN", "pattern_members"]

PATTERN = "pattern"
# Relations that make a code one of a pattern's: the member comes first, or the pattern does.
PART_OF, SUBSUMES = "is part of", "subsumes"


def pattern_members(relations: Iterable[Relation]) -> Mapping[str, list[str]]:
    """The codes that relations say are part of others, by the GUID of the whole."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for one in relations:
        if {one.origin_kind, one.target_kind} != {"code"}:
            continue
        if name_key(one.type) == PART_OF:
            members[one.target].append(one.origin)
        elif name_key(one.type) == SUBSUMES:
            members[one.origin].append(one.target)
    return members
