"""Frozen records and rules of a study; nothing beyond the standard library."""

from __future__ import annotations

from .case import Attribute, AttributeValue, Case, Consent, Speaker
from .change import ChangeEntry, Touched
from .code import Code
from .coding import Coding, Segment
from .connection import Link, Reference, Relation, Set
from .display import Display, DisplayCell
from .event import Event, Rating, State
from .finding import Check, Evidence, Finding
from .keepsake import Keepsake
from .manuscript import Annotation, Manuscript
from .memo import Memo
from .message import Message, Problem, say
from .network import NetworkEdge, NetworkNode
from .reading import ReadBlock, Reading
from .record import Record
from .review import Item, Prose, Remark
from .round import Assignment, Round
from .settlement import Settlement, Version
from .snapshot import Snapshot
from .source import Block, Source
from .study import Question, StudyInfo
from .translation import Translation
from .user import User
from .verification import (
    Appraisal,
    Contest,
    Feedback,
    IfThen,
    Plausible,
    Quality,
    Quantity,
    Search,
    Standing,
    Step,
    Surprise,
)

__all__ = [
    "KINDS",
    "Annotation",
    "Appraisal",
    "Assignment",
    "Attribute",
    "AttributeValue",
    "Block",
    "Case",
    "ChangeEntry",
    "Check",
    "Code",
    "Coding",
    "Consent",
    "Contest",
    "Display",
    "DisplayCell",
    "Event",
    "Evidence",
    "Feedback",
    "Finding",
    "IfThen",
    "Item",
    "Keepsake",
    "Link",
    "Manuscript",
    "Memo",
    "Message",
    "NetworkEdge",
    "NetworkNode",
    "Plausible",
    "Problem",
    "Prose",
    "Quality",
    "Quantity",
    "Question",
    "Rating",
    "ReadBlock",
    "Reading",
    "Record",
    "Reference",
    "Relation",
    "Remark",
    "Round",
    "Search",
    "Segment",
    "Set",
    "Settlement",
    "Snapshot",
    "Source",
    "Speaker",
    "Standing",
    "State",
    "Step",
    "StudyInfo",
    "Surprise",
    "Touched",
    "Translation",
    "User",
    "Version",
    "say",
]

# In the order in which one may refer to another: what is referred to comes first.
KINDS: dict[str, type[Record]] = {
    record.KIND: record
    for record in (
        StudyInfo, Question, User, Source, Block, Segment, Code, Coding, Memo, Case, Speaker,
        Attribute, AttributeValue, Consent, Event, State, Rating, Set, Reference, Display,
        DisplayCell, NetworkNode, NetworkEdge, Finding, Snapshot, Evidence, Check, Quality, Search, Feedback,
        IfThen, Standing, Contest, Quantity, Appraisal, Plausible, Surprise, Step, Prose, Item,
        Translation, Manuscript, Annotation, Settlement, Version, Round, Assignment, Relation, Remark,
        Keepsake, Link,
    )
}  # fmt: skip
