"""All that a report tells, as plain records: gathered from a study by the services, told by parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from ..model import Case, Code, Consent, Evidence, Finding, Message, Question, Source, StudyInfo
from ..model.shape import Matrix
from ..model.verdict import Thresholds, Verdict
from .reading_facts import ReadingFacts
from .record_facts import RecordFacts

__all__ = [
    "CaseFacts",
    "CheckFacts",
    "CitedFacts",
    "CodeFacts",
    "CoderFacts",
    "DisplayFacts",
    "EvidenceFacts",
    "FindingStory",
    "MethodFacts",
    "Passage",
    "ReportFacts",
    "SourceFacts",
    "Spoken",
    "TrailFacts",
    "TrailLine",
]


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A source, its codings counted, and the names of its cases."""

    source: Source
    codings: int
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """A case (by pseudonym) and what is known of it; ``quoted`` counts its coded segments."""

    case: Case
    attributes: Mapping[str, str]
    sources: tuple[str, ...]
    consent: tuple[Consent, ...]
    quoted: int


@dataclass(frozen=True, slots=True)
class CodeFacts:
    """A code at its depth in the tree; ``below`` counts the codings of it and of all below it."""

    code: Code
    depth: int
    codings: int
    below: int
    coders: int


@dataclass(frozen=True, slots=True)
class CoderFacts:
    """What one person coded: counts by origin, and when first and last."""

    name: str
    machine: bool
    by_origin: Mapping[str, int]
    first: datetime | None
    last: datetime | None


@dataclass(frozen=True, slots=True)
class MethodFacts:
    """The work as it was done, counted from the history.

    ``book`` counts what happened to codes (*made*, *renamed*, *moved*, *defined*, *removed*,
    *merged*), ``taken`` the codings taken away again; ``days`` are those on which anybody worked.
    """

    began: datetime | None
    ended: datetime | None
    days: int
    changes: int
    undone: int
    undos: int
    coders: tuple[CoderFacts, ...]
    book: Mapping[str, int]
    taken: int
    memos: Mapping[str, int]
    judged: int


@dataclass(frozen=True, slots=True)
class CitedFacts:
    """A display, or a single ``cell`` of one, that a finding (its label) cites as it stood after change
    ``seq``, with the codebook as change ``codebook`` had left it. Of ``kept`` cells those that are to
    be told say, each in a language, what they said then and say now; ``changed`` of all say something
    else now. ``stays`` says that they are not to leave the study.
    """

    finding: str
    display: str
    seq: int
    cited: datetime
    codebook: int
    kept: int = 0
    changed: int = 0
    cells: tuple[Callable[[str], str], ...] = ()
    cell: bool = False
    stays: bool = False


@dataclass(frozen=True, slots=True)
class DisplayFacts:
    """A display as of now; ``svg`` and ``png`` draw its chart, where it has one.

    ``key`` is what it is known by: the GUID of a saved one, the kind of one that every report has;
    ``name`` is what an analyst called it who saved it; ``problem`` why there is no matrix;
    ``measures`` the titles of the matrix's measures; ``cited`` how findings cite it.
    """

    name: str
    title: Message | None
    about: Message | None
    matrix: Matrix | None
    problem: str = ""
    svg: Callable[[str], str] | None = None
    png: Callable[[str], bytes] | None = None
    measures: Mapping[str, Message] = field(default_factory=dict)
    cited: tuple[CitedFacts, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A turn or paragraph beside a quotation; ``who`` is a pseudonym or a short label."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """What words say in another language, and who put them so where that is on record; ``stale`` says
    that the words were corrected since."""

    language: str
    text: str
    by: str = ""
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Quoted words where they stand: ``lead`` and ``tail`` belong to the same turn or paragraph;
    ``codes`` are (GUID, path), ``language`` is that of the source, ``translations`` are what the words
    say in others."""

    source: str
    source_kind: str
    start: int
    end: int
    text: str
    lead: str = ""
    tail: str = ""
    who: str = ""
    previous: tuple[Spoken, ...] = ()
    following: tuple[Spoken, ...] = ()
    case: str | None = None
    codes: tuple[tuple[str, str], ...] = ()
    coders: tuple[str, ...] = ()
    language: str = ""
    translations: tuple[Rendering, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """A piece of evidence; ``lost`` is what it quoted where its words are gone; ``cited`` a cell of a
    display that it is, ``thing`` whatever else it is, by its kind and what it is called (a work by its
    citation key). Of more pieces than a report quotes (``evidence`` is ``None``) the passage says of
    which source it is and whose, and nothing else."""

    stance: str
    passage: Passage | None
    evidence: Evidence | None = None
    by: str = ""
    lost: str | None = None
    cited: CitedFacts | None = None
    thing: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """A check as of now, and what the analyst made of it. ``stays`` says that what it showed is not to
    leave the study."""

    title: Message
    source: str
    verdict: Verdict
    judged: str | None = None
    note: str = ""
    judged_by: str | None = None
    judged_on: datetime | None = None
    stale: bool = False
    stays: bool = False


@dataclass(frozen=True)
class FindingStory:
    """A finding with all it rests on. ``unweighed`` are some of the segments under its codes that
    nobody has weighed, ``unweighed_total`` counts them all. ``literature`` are the citation keys of
    works it is linked with. ``scope_stays`` says that whom it speaks about is not to leave the study.
    ``left_out`` say what changes without one participant, or whose absence costs it its status;
    ``None`` where that is not to leave the study. ``plausible`` says that it is marked as merely
    plausible and nothing confirms it."""

    finding: Finding
    question: Question | None
    codes: tuple[tuple[str, str], ...]
    scope: tuple[str, ...]
    author: str
    evidence: tuple[EvidenceFacts, ...]
    checks: tuple[CheckFacts, ...]
    unweighed: tuple[Passage, ...] = ()
    unweighed_total: int = 0
    literature: tuple[str, ...] = ()
    scope_stays: bool = False
    left_out: tuple[Message, ...] | None = None
    plausible: bool = False

    def of(self, stance: str) -> list[EvidenceFacts]:
        """The evidence that stands so to it."""
        return self._sides.get(stance, [])

    @cached_property
    def _sides(self) -> Mapping[str, list[EvidenceFacts]]:
        found: defaultdict[str, list[EvidenceFacts]] = defaultdict(list)
        for one in self.evidence:
            found[one.stance].append(one)
        return dict(found)


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One change: who did what, when, and whether it is in force."""

    seq: int
    time: datetime
    who: str
    verb: Message
    undone: bool


@dataclass(frozen=True, slots=True)
class TrailFacts:
    """The history in short: counts by verb and person, its ends, and the last link of its chain.

    ``lines`` are the first and last changes where there are more than ``lines`` can hold; ``left``
    counts those between.
    """

    total: int = 0
    by_verb: tuple[tuple[Message, int], ...] = ()
    by_person: tuple[tuple[str, int], ...] = ()
    first: TrailLine | None = None
    last: TrailLine | None = None
    digest: str = ""
    lines: tuple[TrailLine, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A study as a report tells it, as of change ``version``; no real name is in it. ``works`` are
    those of its literature, as CSL-JSON by citation key; ``record`` and ``reading`` are read where a part asks for them."""

    info: StudyInfo
    questions: tuple[Question, ...]
    sources: tuple[SourceFacts, ...]
    cases: tuple[CaseFacts, ...]
    codes: tuple[CodeFacts, ...]
    method: MethodFacts
    displays: tuple[DisplayFacts, ...]
    findings: tuple[FindingStory, ...]
    trail: TrailFacts
    version: int
    made: datetime
    thresholds: Thresholds = field(default_factory=Thresholds)
    attribute_kinds: Mapping[str, str] = field(default_factory=dict)
    works: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    record: RecordFacts = field(default_factory=RecordFacts)
    reading: ReadingFacts = field(default_factory=ReadingFacts)
