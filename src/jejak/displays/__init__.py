"""Displays: one file a kind, each a pure function from the columns of a study to a shape.

Other packages add theirs by entry points of the group ``jejak.displays``.
"""

from __future__ import annotations

from ..errors import NotFound
from ..registry import Registry
from .display import DisplayFilter, DisplayKind, Setting

__all__ = ["DISPLAYS", "DisplayFilter", "DisplayKind", "Setting", "kind_of"]

DISPLAYS: Registry[DisplayKind] = Registry(
    "displays",
    {
        "code-frequencies": "jejak.displays.code_frequencies:KIND",
        "code-cooccurrence": "jejak.displays.code_cooccurrence:KIND",
    },
)


def kind_of(name: str) -> DisplayKind:
    """The kind of display of that name. Raises :class:`NotFound`, which lists those there are."""
    if name not in DISPLAYS.names():
        raise NotFound(
            "no-such-display-kind",
            f"There is no kind of display “{name}”.",
            f"There are: {', '.join(DISPLAYS.names())}.",
        )
    return DISPLAYS.get(name)
