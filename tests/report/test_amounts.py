"""How much a report quotes of each finding, by how many there are."""

from __future__ import annotations

from jejak.report.amounts import evidence_quoted, unweighed_quoted


def test_few_findings_are_quoted_in_full_and_many_shortly() -> None:
    assert [evidence_quoted(many) for many in (0, 1, 50, 100, 500, 9_000)] == [40, 40, 40, 20, 4, 3]
    assert [unweighed_quoted(many) for many in (0, 1, 100, 200, 500, 9_000)] == [
        20,
        20,
        20,
        10,
        4,
        3,
    ]
