"""A study and the services on it: the wiring, in one place."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from html import escape
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ..errors import JejakError
from ..i18n import LANGUAGES
from ..model import (
    Case,
    ChangeEntry,
    Code,
    Coding,
    Finding,
    Memo,
    Message,
    Question,
    Source,
    StudyInfo,
    User,
    say,
)  # fmt: skip
from ..model.identity import clean_name, to_millis
from ..model.merging import MergeReport
from ..model.query import Query
from ..services.about import About
from ..services.attributes import Attributes
from ..services.audit import Audit
from ..services.autocode import AutoCoding
from ..services.batch_coding import BatchCoding
from ..services.case_table import CaseTable
from ..services.checklists import Checklists
from ..services.code_examples import CodeExamples
from ..services.coding import CodingService
from ..services.consents import Consents
from ..services.corrections import Corrections
from ..services.coverage import Board, Coverage
from ..services.crates import Crates
from ..services.displays import Displays
from ..services.exchange import Exchange
from ..services.imports import ImportReport
from ..services.listing import Listing
from ..services.manuscripts import Manuscripts
from ..services.member_feedback import MemberFeedback
from ..services.merging import Merging
from ..services.names import Names
from ..services.prose import WrittenProse
from ..services.protection import Protection
from ..services.recoding import Recoding
from ..services.reference_import import ReferenceImport
from ..services.remarks import Remarks
from ..services.reports import Reports
from ..services.retrieval import Line, Retrieval
from ..services.sources import ImportOptions
from ..services.speakers import Speakers
from ..services.trail import Trail
from ..services.translations import Translations
from ..services.users import Users
from ..services.verification import Verification
from ..store import Change, Store
from ..store.engine import unmake
from ..store.lookups import find_user
from .agreement import Agreements, Saturations
from .cases import CaseCollection
from .codes import CodeCollection
from .codings import CodingCollection
from .events import EventCollection, RatingTable, StateTable
from .findings import FindingCollection
from .forms import FormCollection
from .memos import MemoCollection
from .networks import NetworkCollection
from .references import ReferenceCollection
from .relations import RelationTable
from .results import Lines, Result, found_words
from .rounds import RoundTable
from .sets import SetCollection
from .sources import SourceCollection
from .tabular import Table
from .trail import history_table
from .working import at_work, new_person, somebody

if TYPE_CHECKING:
    from .displays import DisplayView

__all__ = ["Study", "create_study", "open_study"]


class Study:
    """An open study, worked on by one user. Close it, or use it in a ``with`` statement."""

    def __init__(self, store: Store, user: User) -> None:
        self.store, self._me = store, user
        store.sight.reader = user.guid
        # What a study holds, read like mappings; each is also the service that changes it.
        self.sources = SourceCollection(store, user.guid)
        self.codes = self.codebook = CodeCollection(store, user.guid)
        self.codings = CodingCollection(store, user.guid)
        self.cases = CaseCollection(store, user.guid)
        self.memos = MemoCollection(store, user.guid)
        self.sets = SetCollection(store, user.guid)
        self.forms = FormCollection(store, user.guid)
        self.networks = NetworkCollection(store, user.guid)
        self.findings = FindingCollection(store, user.guid, self.language)
        self.verification = Verification(store, user.guid)
        self.references = ReferenceCollection(store, user.guid)
        self.events = EventCollection(store, user.guid)
        self.states = StateTable(store, user.guid)
        self.ratings = RatingTable(store, user.guid)
        self.relations = RelationTable(store, user.guid)
        # What else can be done.
        self.coding = CodingService(store, user.guid)
        self.batch_coding = BatchCoding(store, user.guid)
        self.recoding = Recoding(store, user.guid)
        self.corrections = Corrections(store, user.guid)
        self.code_examples = CodeExamples(store, user.guid)
        self.autocoding = AutoCoding(store, user.guid)
        self.retrieval = Retrieval(store, user.guid)
        self.displays = Displays(store, user.guid)
        self.reports, self.prose = Reports(store, user.guid), WrittenProse(store, user.guid)
        self.crates, self.manuscripts = Crates(store, user.guid), Manuscripts(store, user.guid)
        self.protection, self.trail = Protection(store, user.guid), Trail(store, user.guid)
        self.about, self.translations = About(store, user.guid), Translations(store, user.guid)
        self.audit, self.remarks = Audit(store, user.guid), Remarks(store, user.guid)
        self.listing, self.attributes = Listing(store, user.guid), Attributes(store, user.guid)
        self.case_table, self.consents = CaseTable(store, user.guid), Consents(store, user.guid)
        self.reference_import = ReferenceImport(store, user.guid)
        self.agreement, self.rounds = Agreements(store, user.guid), RoundTable(store, user.guid)
        self.material, self.speakers = Coverage(store, user.guid), Speakers(store, user.guid)
        self.names, self.people = Names(store, user.guid), Users(store, user.guid)
        self.saturation, self.exchange = Saturations(store, user.guid), Exchange(store, user.guid)
        self.member_feedback, self.merging = (
            MemberFeedback(store, user.guid),
            Merging(store, user.guid),
        )

    @property
    def info(self) -> StudyInfo:
        """What the study is: its title, description and languages."""
        return self.store.all(StudyInfo)[0]

    @property
    def user(self) -> User:
        """Who is at work, as they are called now."""
        return self.store.first(User, guid=self._me.guid) or self._me

    @property
    def questions(self) -> list[Question]:
        """The research questions in order."""
        return sorted(self.store.all(Question), key=lambda question: question.position)

    @property
    def checklists(self) -> Checklists:
        """COREQ, SRQR and the criteria of trustworthiness, filled as far as the study can."""
        return Checklists(self.store, self._me.guid)

    @property
    def users(self) -> list[User]:
        """Everybody who codes, writes and decides in it."""
        return self.store.all(User)

    @contextlib.contextmanager
    def change(self, title: str) -> Iterator[Change]:
        """Everything done within is one change, undone in one step."""
        verb = Message("{title}", {"title": clean_name(title, "change")})
        with self.store.write(verb, self.user.guid) as change:
            yield change

    # -- what a notebook does ----------------------------------------------------------------------

    @property
    def language(self) -> str:
        """The study's first language, if texts are there in it; else English."""
        found = self.store.all(StudyInfo)
        wanted = found[0].languages[0] if found and found[0].languages else "en"
        return wanted if wanted in LANGUAGES else "en"

    def add(
        self,
        *paths: str | Path,
        kind: str | None = None,
        case: str | None = None,
        language: str | None = None,
        as_format: str | None = None,
        encoding: str | None = None,
    ) -> ImportReport:
        """Bring material in: files, folders, globs. What could not be read is in the report.

        Raises :class:`InvalidInput` where the options make no sense or a glob matches nothing.
        """
        options = ImportOptions(
            kind=kind, case=case, language=language, as_format=as_format, encoding=encoding
        )
        return self.sources.add(paths, options)

    def find(
        self,
        query: Query | str,
        *,
        limit: int | None = None,
        context: int = 0,
        by: str = "source",
    ) -> Result:
        """The passages a query finds: a text of the query language, or :mod:`jejak.query` objects.

        With ``context`` its frame has so many characters before and after each passage, too. ``by``
        is ``source``, ``case``, ``code`` or ``coder``: what they are arranged by; under codes and
        coders a passage stands as often as it has some.
        Raises :class:`InvalidInput` (with the place in the query), :class:`NotFound`.
        """
        return Result(self.store, self.user.guid, query, limit=limit, context=context, by=by)

    def words(
        self,
        pattern: str,
        *,
        regex: bool = False,
        within: bool = False,
        case_sensitive: bool = False,
        context: int = 60,
        limit: int | None = None,
    ) -> Table[Line]:
        """Keyword in context: where a phrase or regular expression stands.

        ``within``: the phrase may be part of longer words.

        Raises :class:`InvalidInput` for an expression that is none.
        """
        return found_words(
            self.store, self.user.guid, pattern, limit=limit, regex=regex, within=within,
            case_sensitive=case_sensitive, context=context,
        )  # fmt: skip

    def concordance(
        self,
        query: Query | str,
        *,
        sort: Sequence[str] = (),
        context: int = 60,
        limit: int | None = None,
    ) -> Lines:
        """What a query finds (``word:akun``, ``text:"akun baru" and case = S``), line by line with the
        words around it, its case and the codes that touch it, in the order of ``sort``.

        Lines are sorted by the word ``left1`` to ``left3`` before or ``right1`` to ``right3`` after,
        ``node``, ``source`` or ``case``; several one after the other. Raises :class:`InvalidInput`,
        :class:`NotFound`.
        """
        return Lines(self.retrieval, self.store, query, tuple(sort), context, limit)

    def display(self, kind: str, *, filter: str | Query = "", **settings: object) -> DisplayView:
        """A display by its kind (``code-frequencies``), over what a query finds, with its settings.

        Raises :class:`NotFound` (no such kind), :class:`InvalidInput` (setting, query).
        """
        from .displays import DisplayView, kind_of_display

        given = {**settings, "filter": str(filter)} if filter else settings
        matrix = self.displays.compute(kind_of_display(kind), given)
        return DisplayView(matrix, self.language, self.displays.leaving)

    def coverage(self, by: str = "kind") -> Board:
        """Cases by what material there is of them, with the holes (``.told()`` says them in words).

        ``by`` is ``kind``, ``method``, ``collector``, ``language``, ``year``, ``month`` or
        ``attribute:NAME`` of sources; ``material.mark`` says of a hole that it is planned or not
        wanted. Raises :class:`InvalidInput`, :class:`NotFound`.
        """
        return self.material.board(by)

    def report(
        self,
        path: str | Path,
        *,
        language: str | None = None,
        parts: Sequence[str] | None = None,
        style: str | None = None,
        template: str = "study",
    ) -> Path:
        """Write the report (.html, .pdf, .docx, .tex, .zip or .md); where it lies.

        ``template`` is study, thesis-chapter, article, project-report or methods-appendix; ``parts``
        are some of its parts, or others, in an order of one's own. Literature is cited in a ``style``: apa, chicago, vancouver, indonesia, or the path of a .csl
        file. Raises :class:`InvalidInput` (ending, language, part), :class:`MissingExtra`.
        """
        return self.reports.write(
            path, language=language or self.language, parts=parts, style=style, template=template
        )

    def merge(
        self, other: str | Path, *, choices: Mapping[str, str] | None = None, prefer: str = ""
    ) -> MergeReport:
        """Bring in what was done in another copy of the study, as one change: :meth:`.Merging.merge`."""
        return self.merging.merge(other, choices=choices, prefer=prefer)

    def undo(self, steps: int = 1) -> list[ChangeEntry]:
        """Take back this user's last changes. Raises :class:`NotFound`, :class:`Conflict`."""
        return self.trail.undo(steps)

    def redo(self, steps: int = 1) -> list[ChangeEntry]:
        """Do again what was undone last. Raises :class:`NotFound`, :class:`Conflict`."""
        return self.trail.redo(steps)

    def history(
        self, *, limit: int | None = None, user: str | None = None, language: str | None = None
    ) -> Table[ChangeEntry]:
        """The changes, the newest first; of one ``user`` (name or initials) or of all."""
        by = None if user is None else self._user_named(user)
        return history_table(
            self.store, self.user.guid, language or self.language, limit=limit, by=by
        )

    def at(self, moment: int | datetime) -> Study:
        """The study as it stood after a change (by number) or at a moment, to be read only.

        Raises :class:`NotFound` where there is no such change.
        """
        if isinstance(moment, datetime):
            moment = self.trail.seq_at(to_millis(moment))
        return Study(self.store.at(moment), self.user)

    def _user_named(self, name: str) -> str:
        with self.store.read() as rows:
            return find_user(rows, name).guid

    def counts(self) -> dict[str, int]:
        """How much of everything the study holds."""
        kinds = (Source, Code, Coding, Case, Memo, Finding)
        names = ("sources", "codes", "codings", "cases", "memos", "findings")
        with self.store.read() as rows:
            return {name: rows.count(kind) for name, kind in zip(names, kinds, strict=True)}

    def _repr_html_(self) -> str:
        questions = "".join(f"<li>{escape(question.text)}</li>" for question in self.questions)
        counts = " · ".join(f"{count:,} {name}" for name, count in self.counts().items())
        return f"<h3>{escape(self.info.title)}</h3><ol>{questions}</ol><p>{counts}</p>"

    def __repr__(self) -> str:
        return f"<Study “{self.info.title}”, as {self.user.name}>"

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def create_study(
    path: str | Path,
    title: str,
    *,
    questions: Sequence[str] = (),
    language: str = "id",
    description: str = "",
    user: str | None = None,
) -> Study:
    """A new study file. Raises :class:`Conflict` where there is a file already."""
    title = clean_name(title, "study")
    person = new_person(user or somebody())
    store = Store.create(Path(path))
    try:
        with store.write(say("Begin the study “{title}”", title=title), person.guid) as change:
            info = StudyInfo(title=title, description=description, languages=(language,))
            change.add(info, person)
            change.add_many(Question(text=text, position=n) for n, text in enumerate(questions, 1))
    except JejakError:
        store.close()
        unmake(Path(path))
        raise
    return Study(store, person)


def open_study(path: str | Path, *, user: str | None = None) -> Study:
    """An existing study, as the user of that name or initials (by default who ``JEJAK_USER`` names,
    else the first there is); a new name joins the study's users.

    Raises :class:`NotFound` and :class:`StoreFailure`.
    """
    store = Store.open(Path(path))
    return Study(store, at_work(store, user))
