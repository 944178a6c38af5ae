"""How much room a page of a report has."""

from __future__ import annotations

__all__ = ["PICTURE_CM", "PICTURE_INCHES"]

# As wide as the text, and so tall that its caption stands below it.
PICTURE_CM = (16.5, 18.5)
PICTURE_INCHES = (PICTURE_CM[0] / 2.54, PICTURE_CM[1] / 2.54)
