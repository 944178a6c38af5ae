"""The plain-text study: a folder of texts, tables and lines that people read and version control merges."""

from __future__ import annotations

from ...model.message import say
from ..projects import ProjectFormat
from .layout import OWNED
from .reading import read, recognise
from .writing import write

__all__ = ["FORMAT"]

FORMAT = ProjectFormat(
    name="plain",
    title=say("Folder of plain texts (for git)"),
    endings=(),
    recognise=recognise,
    read=read,
    write=write,
    folder=True,
    owned=OWNED,
)
