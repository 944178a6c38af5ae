"""How much of what there is a report quotes: fewer of each finding where there are so many findings that
nobody could read them all."""

from __future__ import annotations

__all__ = ["evidence_quoted", "unweighed_quoted"]

# So many pieces of evidence of each stance are quoted, and so many segments that nobody weighed; in
# all of the findings about so many of either, and of each finding some.
_EVIDENCE, _UNWEIGHED, _IN_ALL, _FEWEST = 40, 20, 4_000, 3


def evidence_quoted(findings: int) -> int:
    """How many pieces of evidence of each stance are quoted of each of so many findings."""
    return _of_each(_EVIDENCE, findings)


def unweighed_quoted(findings: int) -> int:
    """How many segments that nobody weighed are quoted of each of so many findings."""
    return _of_each(_UNWEIGHED, findings)


def _of_each(most: int, findings: int) -> int:
    each = _IN_ALL // (2 * max(findings, 1))
    return max(min(each, most), _FEWEST)
