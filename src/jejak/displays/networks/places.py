"""Where boxes stand when a computer places them: causes left of effects, questions above answers."""

from __future__ import annotations

from collections.abc import Sequence

from ...analysis.graphs import layered

__all__ = ["BOX_HEIGHT", "BOX_WIDTH", "placed"]

BOX_WIDTH, BOX_HEIGHT = 184, 64
_BETWEEN_LAYERS, _BESIDE = 124, 40
# Boxes without arrows stand below the others, so many in a row.
_IN_A_ROW = 6


def placed(
    count: int, edges: Sequence[tuple[int, int]], *, downwards: bool = False
) -> list[tuple[int, int]]:
    """The middle of each of ``count`` boxes in pixels; the same edges give the same places."""
    wide, high = (_BESIDE, _BETWEEN_LAYERS) if downwards else (_BETWEEN_LAYERS, _BESIDE)
    tied = sorted({node for one, other in edges if one != other for node in (one, other)})
    at = {node: number for number, node in enumerate(tied)}
    ways = [(at[one], at[other]) for one, other in edges if one != other]
    found: dict[int, tuple[int, int]] = {}
    for node, (layer, place) in zip(tied, layered(len(tied), ways), strict=True):
        across, down = (place, layer) if downwards else (layer, place)
        found[node] = round(across * (BOX_WIDTH + wide)), round(down * (BOX_HEIGHT + high))
    left = min((x for x, _ in found.values()), default=0)
    below = max((y + BOX_HEIGHT + _BETWEEN_LAYERS for _, y in found.values()), default=0)
    alone = [node for node in range(count) if node not in found]
    for number, node in enumerate(alone):
        row, place = divmod(number, _IN_A_ROW)
        found[node] = (
            left + place * (BOX_WIDTH + _BESIDE), below + row * (BOX_HEIGHT + _BESIDE)
        )  # fmt: skip
    return [found[node] for node in range(count)]
