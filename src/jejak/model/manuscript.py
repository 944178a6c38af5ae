"""Finished writing that the study is quoted in, and what ties its passages to the study."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from .identity import now
from .record import Record, ref

__all__ = ["ANNOTATES", "ANNOTATION_STATES", "Annotation", "Manuscript"]

ANNOTATION_STATES = ("proposed", "tied", "set aside")
# The role of the link from an annotation to a finding that its passage tells.
ANNOTATES = "annotates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript(Record):
    """Finished writing: its paragraphs in their order, those of notes last. ``digest`` is the SHA-256
    of the file they were read from, which is kept under it until somebody withdraws."""

    KIND: ClassVar[str] = "manuscript"
    name: str
    digest: str
    paragraphs: tuple[str, ...] = ()
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation(Record):
    """A passage of a manuscript and what it rests on.

    ``passage`` are its words, between ``prefix`` and ``suffix``; they stand at ``[start, end)`` of
    ``paragraph`` (from 1; 0 where they are no longer in the manuscript). ``quotation`` says that it
    quotes. ``segment`` is the stretch of the study it quotes or rests on. A proposed one was found by
    the program. ``note`` is the analyst's; ``translation`` is of the segment, by ``translator``.
    Findings it tells are links of role *annotates*.
    """

    KIND: ClassVar[str] = "annotation"
    manuscript: str = ref("manuscript")
    paragraph: int
    start: int
    end: int
    passage: str
    prefix: str = ""
    suffix: str = ""
    quotation: bool = True
    segment: str | None = ref("segment", None)
    state: str = "proposed"
    note: str = ""
    translation: str = ""
    translator: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)
