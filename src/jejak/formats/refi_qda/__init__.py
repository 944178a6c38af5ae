"""Projects of the REFI-QDA standard (``.qdpx``), which NVivo, ATLAS.ti, MAXQDA, QualCoder and others write."""

from __future__ import annotations

from ...model import say
from ..projects import ProjectFormat, Question
from .archive import is_project
from .reading import read_project
from .writing import write_project

__all__ = ["FORMAT"]

_QUESTIONS = (
    Question("units", say("What positions count"),
             {"points": say("Characters (code points)"), "utf16": say("UTF-16 units")}),
    Question("lines", say("What the end of a line counts"),
             {"file": say("As it stands in the file"), "one": say("One sign"), "two": say("Two signs")}),
    Question("ends", say("Where a passage ends"),
             {"behind": say("Behind its last sign"), "last": say("On its last sign")}),
)  # fmt: skip
FORMAT = ProjectFormat(
    "qdpx", say("REFI-QDA project"), (".qdpx",), is_project, read_project, write_project,
    questions=_QUESTIONS,
)  # fmt: skip
