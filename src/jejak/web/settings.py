"""Settings of a display in an address."""

from __future__ import annotations

import json
from typing import Any

from ..errors import InvalidInput

__all__ = ["settings_of"]


def settings_of(text: str) -> dict[str, Any]:
    """The settings written as a JSON object. Raises :class:`InvalidInput`."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise InvalidInput("bad-settings", "The settings are no JSON object.")
    return found
