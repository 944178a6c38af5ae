"""Queries as objects: what is asked of the segments of a study.

A query is a tree of frozen parts, put together with ``&``, ``|``, ``~`` and methods named like the
relations of the language: ``code("Anonymity").overlaps(code("Price")) & coder("Rina")``.
``str()`` gives the canonical text; parsing that text gives an equal query.
"""

from __future__ import annotations

from .makers import (
    code,
    coder,
    compare,
    event,
    finding,
    in_set,
    memo,
    network,
    rating,
    stem,
    text,
    word,
)
from .parts import (
    KEYWORDS,
    OPERATORS,
    RELATIONS,
    SUBJECTS,
    And,
    CodeIs,
    CoderIs,
    Compare,
    EventIs,
    FindingIs,
    InSet,
    MemoIs,
    NetworkIs,
    Not,
    Or,
    Query,
    RatingIs,
    Related,
    TextIs,
    TextMode,
    conjunction,
    quoted,
)

__all__ = [
    "KEYWORDS",
    "OPERATORS",
    "RELATIONS",
    "SUBJECTS",
    "And",
    "CodeIs",
    "CoderIs",
    "Compare",
    "EventIs",
    "FindingIs",
    "InSet",
    "MemoIs",
    "NetworkIs",
    "Not",
    "Or",
    "Query",
    "RatingIs",
    "Related",
    "TextIs",
    "TextMode",
    "code",
    "coder",
    "compare",
    "conjunction",
    "event",
    "finding",
    "in_set",
    "memo",
    "network",
    "quoted",
    "rating",
    "stem",
    "text",
    "word",
]
