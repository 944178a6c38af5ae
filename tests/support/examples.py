"""How many examples a test tries of what it draws."""

from __future__ import annotations

import os

__all__ = ["examples"]


def examples(count: int) -> int:
    """So many where somebody works here, others each time; of a proof, which always tries the same,
    two fifths."""
    return max(min(count, 6), count * 2 // 5) if "CI" in os.environ else count
