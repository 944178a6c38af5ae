"""Facts of findings, written down shortly."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jejak.model.verdict import EvidenceRow, FindingFacts

# case (or a kind of source that is nobody's), weight
Piece = tuple[str, int | None]
OF_NOBODY = ("observation", "posts", "literature")


def finding(
    scope: str = "",
    *,
    supports: Iterable[Piece] = (),
    contradicts: Iterable[Piece] = (),
    qualifies: Iterable[Piece] = (),
    **more: Any,
) -> FindingFacts:
    """``finding("A B", supports=[("A", 4)])``: cases are letters, their sources interviews."""
    rows, weights = [], {}
    stances = {"supports": supports, "contradicts": contradicts, "qualifies": qualifies}
    for stance, pieces in stances.items():
        for case, weight in pieces:
            guid = f"e{len(rows):02}"
            kind = case if case in OF_NOBODY else "interview"
            rows.append(
                EvidenceRow(
                    guid, stance, source=f"source of {case}", source_kind=kind, start=0, end=9,
                    case=None if case in OF_NOBODY else case,
                )
            )  # fmt: skip
            if weight is not None:
                weights[guid] = weight
    cases = tuple(scope.split())
    given = {"cases": len(cases), "scope": cases, "weights": weights, "codes": ("c",), **more}
    return FindingFacts(guid="f", label="F1", evidence=tuple(rows), **given)
