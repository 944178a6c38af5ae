"""Names found by the command palette."""

from __future__ import annotations

from typing import Literal

from .form import Out

__all__ = ["NamedOut"]


class NamedOut(Out):
    """Something with a name; ``where`` says what it is part of, ``points`` how well it answers."""

    kind: Literal[
        "source", "code", "case", "memo", "finding", "display", "reference", "event", "state"
    ]  # fmt: skip
    guid: str
    label: str
    where: str
    points: int
