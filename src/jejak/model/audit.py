"""The six categories of an audit trail (Halpern 1983, after Lincoln and Guba 1985), and which of them
everything in a study belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from ..errors import InvalidInput
from .case import Attribute, AttributeValue, Case, Consent, Speaker
from .code import Code
from .coding import Coding, Segment
from .connection import Link, Reference, Relation, Set
from .display import Display, DisplayCell
from .event import Event, Rating, State
from .finding import Check, Evidence, Finding
from .keepsake import Keepsake
from .manuscript import Annotation, Manuscript
from .memo import Memo
from .network import NetworkEdge, NetworkNode
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

__all__ = ["CATEGORIES", "category_of", "check_category", "exceptions_of"]

CATEGORIES = ("raw", "reduction", "synthesis", "process", "intentions", "instruments")

_MEMOS = {"method": "process", "reflexive": "intentions"}


def _memo(one: Record) -> str:
    return _MEMOS.get(cast(Memo, one).kind, "reduction")


def _source(one: Record) -> str:
    return "synthesis" if cast(Source, one).kind == "literature" else "raw"


def _code(one: Record) -> str:
    code = cast(Code, one)
    return "synthesis" if code.cycle == "second" or code.kind == "pattern" else "reduction"


def _finding(one: Record) -> str:
    return "reduction" if cast(Finding, one).status == "hunch" else "synthesis"


def _rule(one: Record) -> str:
    return "intentions" if cast(IfThen, one).prediction else "process"


def _always(category: str) -> Callable[[Record], str]:
    return lambda _: category


# Theories and hunches are products of reduction; the structure of categories, conclusions, the report
# and its ties to the literature are those of synthesis; whatever shows how much to trust them is a note
# on the process; what was meant and expected is an intention.
_RULES: Mapping[type[Record], Callable[[Record], str]] = {
    Source: _source, Memo: _memo, Code: _code, Finding: _finding, IfThen: _rule,
    **dict.fromkeys((Block, Case, AttributeValue, Speaker), _always("raw")),
    **dict.fromkeys(
        (Segment, Coding, Set, Event, State, Rating, Display, DisplayCell, Translation),
        _always("reduction"),
    ),
    **dict.fromkeys(
        (Evidence, Snapshot, NetworkNode, NetworkEdge, Relation, Reference, Prose, Item, Link,
         Step, Manuscript, Annotation),
        _always("synthesis"),
    ),
    **dict.fromkeys(
        (Check, Quality, Search, Feedback, Standing, Contest, Quantity, Appraisal, Plausible, Surprise,
         Remark, Consent, Settlement, Version, Round, Assignment, Keepsake,
         User),
        _always("process"),
    ),
    **dict.fromkeys((StudyInfo, Question), _always("intentions")),
    Attribute: _always("instruments"),
}  # fmt: skip


def category_of(record: Record, exceptions: Mapping[str, str] | None = None) -> str:
    """Which of :data:`CATEGORIES` something belongs to: by what it is, unless ``exceptions`` (GUID ->
    category) say otherwise."""
    found = (exceptions or {}).get(record.guid)
    return found or _RULES[type(record)](record)


def check_category(name: str) -> str:
    """The category of that name. Raises :class:`InvalidInput` where it is none."""
    if name not in CATEGORIES:
        raise InvalidInput(
            "unknown-category", f"An audit trail has no category “{name}”.",
            f"There are: {', '.join(CATEGORIES)}.",
        )  # fmt: skip
    return name


def exceptions_of(settings: Mapping[str, object]) -> dict[str, str]:
    """What a study's settings say belongs elsewhere than its kind does: GUID -> category."""
    kept = settings.get("audit")
    if not isinstance(kept, Mapping):
        return {}
    return {str(guid): str(name) for guid, name in kept.items() if name in CATEGORIES}
