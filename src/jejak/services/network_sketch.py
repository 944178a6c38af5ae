"""Boxes and arrows that are to be drawn together."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["NewArrow", "NewBox"]


@dataclass(frozen=True, slots=True)
class NewBox:
    """A box to be drawn; ``key`` is what arrows to be drawn with it call it by. It stands for the
    thing ``about`` (kind, GUID) and rests on the ``segments`` or stretches ``(source, start, end)``."""

    key: str
    label: str
    kind: str | None = None
    level: str | None = None
    note: str = ""
    test: str = ""
    about: tuple[str, str] | None = None
    evidence: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class NewArrow:
    """An arrow to be drawn between boxes by their keys, or GUIDs where they are there already."""

    origin: str
    target: str
    sign: str = ""
    strength: int | None = None
    label: str = ""
    note: str = ""
    evidence: tuple[tuple[str, int, int], ...] = ()
