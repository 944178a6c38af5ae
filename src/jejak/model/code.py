"""A node of the codebook."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from .identity import clean_name, now
from .record import Record, ref

__all__ = ["CODE_KINDS", "CYCLES", "PALETTE", "Code", "clean_code_name", "path_part"]

CODE_KINDS = ("a priori", "inductive", "pattern")
CYCLES = ("first", "second")
# Paul Tol's “muted” scheme: told apart by people with any kind of colour vision.
PALETTE = (
    "#332288", "#88ccee", "#44aa99", "#117733", "#999933", "#ddcc77", "#cc6677", "#882255", "#aa4499",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Record):
    """A code with its codebook entry (MacQueen et al. 1998: brief and full definition, when to use,
    when not to use, examples).

    ``codable`` is false for a folder. ``position`` orders siblings. ``examples`` are exemplars in
    words; exemplary segments are tied by links of role *example*. ``frame`` names the ready frame
    it came from.
    """

    KIND: ClassVar[str] = "code"
    name: str
    parent: str | None = ref("code", None)
    colour: str = "#888888"
    codable: bool = True
    short: str = ""
    definition: str = ""
    when_to_use: str = ""
    when_not_to_use: str = ""
    examples: tuple[str, ...] = ()
    position: int = 0
    cycle: str = "first"
    kind: str = "inductive"
    frame: str | None = None
    created: datetime = field(default_factory=now)


def path_part(name: str) -> str:
    """A name as a part of a path, in which “/” parts a code from those below it: there it is “⁄”."""
    return name.replace("/", "⁄")


def clean_code_name(name: object) -> str:
    """The name of a code as it will be kept. Raises :class:`InvalidInput` where nothing is left."""
    return path_part(clean_name(name, "code"))
