"""The one object behind command line, library and workspace."""

from __future__ import annotations

from .cases import CaseCollection, CaseHandle
from .codes import CodeCollection, CodeHandle
from .codings import CodingCollection
from .events import EventCollection, EventHandle, RatingTable, StateTable
from .findings import FindingCollection, FindingHandle
from .importing import import_study
from .memos import MemoCollection, MemoHandle
from .passages import CodingHandle, Passage
from .relations import RelationTable
from .results import Result
from .sets import SetCollection, SetHandle
from .sources import SourceCollection, SourceHandle
from .study import Study, create_study, open_study
from .tabular import Column, Table, Tabular

__all__ = [
    "CaseCollection",
    "CaseHandle",
    "CodeCollection",
    "CodeHandle",
    "CodingCollection",
    "CodingHandle",
    "Column",
    "EventCollection",
    "EventHandle",
    "FindingCollection",
    "FindingHandle",
    "MemoCollection",
    "MemoHandle",
    "Passage",
    "RatingTable",
    "RelationTable",
    "Result",
    "SetCollection",
    "SetHandle",
    "SourceCollection",
    "SourceHandle",
    "StateTable",
    "Study",
    "Table",
    "Tabular",
    "create_study",
    "import_study",
    "open_study",
]
