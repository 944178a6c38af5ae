"""Projects whose form only the program that made them can read: known by their ending, and how that program
writes them so that others can."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from ..model import Message, say

__all__ = ["CLOSED", "Closed", "closed_program"]


@dataclass(frozen=True, slots=True)
class Closed:
    """A program, the endings of its own projects (as a pattern), and where it writes a project of the
    REFI-QDA standard (``.qdpx``)."""

    program: str
    endings: str
    menu: Message


CLOSED = (
    Closed(
        "NVivo", r"nvpx?|nvcx?",
        say("on Windows: tab Share, Export Project, REFI-QDA Project; on a Mac: File, Export Project"),
    ),
    Closed(
        "ATLAS.ti", r"atlproj\d*|atlpac|hpr[67x]|atlcb",
        say("File, Export, QDPX project (in some versions called REFI-QDA project)"),
    ),
    Closed(
        "MAXQDA", r"mx\d{1,2}|mex\d{1,2}",
        say("Export, REFI-QDA project (tab Reports or Home, by version)"),
    ),
)  # fmt: skip


def closed_program(name: str) -> Closed | None:
    """The program that alone reads a file of that name; ``None`` where none is known."""
    ending = PurePath(name).suffix.removeprefix(".")
    for one in CLOSED:
        if re.fullmatch(one.endings, ending, re.IGNORECASE):
            return one
    return None
