"""Frozen records and rules of a study; nothing beyond the standard library."""

from __future__ import annotations

from .case import Attribute, AttributeValue, Case, Consent, Speaker
from .change import ChangeEntry, Touched
from .code import Code
from .coding import Coding, Segment
from .connection import Link, Reference, Relation, Set
from .display import Display, DisplayCell
from .finding import Check, Evidence, Finding
from .memo import Memo
from .message import Message, Problem, say
from .reading import ReadBlock, Reading
from .record import Record
from .source import Block, Source
from .study import Question, StudyInfo
from .user import User

__all__ = [
    "KINDS",
    "Attribute",
    "AttributeValue",
    "Block",
    "Case",
    "ChangeEntry",
    "Check",
    "Code",
    "Coding",
    "Consent",
    "Display",
    "DisplayCell",
    "Evidence",
    "Finding",
    "Link",
    "Memo",
    "Message",
    "Problem",
    "Question",
    "ReadBlock",
    "Reading",
    "Record",
    "Reference",
    "Relation",
    "Segment",
    "Set",
    "Source",
    "Speaker",
    "StudyInfo",
    "Touched",
    "User",
    "say",
]

# In the order in which one may refer to another: what is referred to comes first.
KINDS: dict[str, type[Record]] = {
    record.KIND: record
    for record in (
        StudyInfo, Question, User, Source, Block, Segment, Code, Coding, Memo, Case, Speaker,
        Attribute, AttributeValue, Consent, Set, Reference, Display, DisplayCell, Finding, Evidence,
        Check, Relation, Link,
    )
}  # fmt: skip
