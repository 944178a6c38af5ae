"""Projects of the REFI-QDA standard (``.qdpx``), which NVivo, ATLAS.ti, MAXQDA, QualCoder and others write."""

from __future__ import annotations

from ...model import say
from ..projects import ProjectFormat
from .archive import is_project
from .reading import read_project
from .writing import write_project

__all__ = ["FORMAT"]

FORMAT = ProjectFormat(
    "qdpx", say("REFI-QDA project"), (".qdpx",), is_project, read_project, write_project
)
