"""Jejak: qualitative research with an unbroken trail from every conclusion to the words under it.

>>> import jejak
>>> with jejak.open("study.jejak", user="Rina") as study:
...     study.add("interviews/S-01.docx", kind="interview")
...     study.sources["S-01"].select("a new account again").code("Anonymity")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .errors import (
    Conflict,
    InvalidInput,
    JejakError,
    MissingExtra,
    NotAllowed,
    NotFound,
    StoreFailure,
    UnreadableSource,
)

if TYPE_CHECKING:
    from . import analysis
    from .model import query
    from .study import (
        CaseHandle,
        CodeHandle,
        CodingHandle,
        EventHandle,
        FindingHandle,
        MemoHandle,
        Passage,
        Result,
        SetHandle,
        SourceHandle,
        Study,
        Table,
        import_study,
    )
    from .study import create_study as create
    from .study import open_study as open

__version__ = "0.1.0"
__all__ = [
    "CaseHandle",
    "CodeHandle",
    "CodingHandle",
    "Conflict",
    "EventHandle",
    "FindingHandle",
    "InvalidInput",
    "JejakError",
    "MemoHandle",
    "MissingExtra",
    "NotAllowed",
    "NotFound",
    "Passage",
    "Result",
    "SetHandle",
    "SourceHandle",
    "StoreFailure",
    "Study",
    "Table",
    "UnreadableSource",
    "__version__",
    "analysis",
    "create",
    "import_study",
    "open",
    "query",
]

# What needs more than the standard library is loaded when it is first asked for (PEP 562).
_ROOMS = {"analysis": ".analysis", "query": ".model.query"}
_STUDY = {
    "CaseHandle": "CaseHandle", "CodeHandle": "CodeHandle", "CodingHandle": "CodingHandle",
    "EventHandle": "EventHandle", "FindingHandle": "FindingHandle", "MemoHandle": "MemoHandle", "Passage": "Passage",
    "Result": "Result", "SetHandle": "SetHandle", "SourceHandle": "SourceHandle", "Study": "Study", "Table": "Table",
    "create": "create_study", "import_study": "import_study", "open": "open_study",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """The public name, loaded with the room it lives in. Raises :class:`AttributeError`."""
    if name in _ROOMS:
        return import_module(_ROOMS[name], __name__)
    if name in _STUDY:
        return getattr(import_module(".study", __name__), _STUDY[name])
    raise AttributeError(name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
