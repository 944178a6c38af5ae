"""What the region of a segment holds, where text positions alone do not say which part is meant.

Lengths count from the left and the top: pixels of the original picture, points (1/72 inch) of a page.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["page_region", "picture_region"]


def picture_region(left: int, top: int, right: int, bottom: int) -> Mapping[str, object]:
    """A rectangle of a picture, in pixels."""
    return {"rectangle": [left, top, right, bottom]}


def page_region(
    page: int, left: float, top: float, right: float, bottom: float
) -> Mapping[str, object]:
    """A rectangle of a page, counted from 1, in points."""
    return {"page": page, "rectangles": [[left, top, right, bottom]]}
