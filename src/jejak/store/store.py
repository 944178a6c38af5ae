"""The store of one study: the only way to its tables."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from ..errors import Conflict, InvalidInput, JejakError, NotAllowed
from ..model import ChangeEntry, Message, Problem, Record, Source
from ..model.corpus import Corpus
from . import history, moments, resting, undo
from .apart import Sight
from .engine import at_once, connect, guarded, scrub
from .integrity import examine
from .lock import StudyLock
from .revisions import revisions
from .rows import Rows
from .stored import Stored, stored
from .texts import load_texts
from .writing import Change

if TYPE_CHECKING:
    from .columns import CorpusCache

__all__ = ["Store"]

R = TypeVar("R", bound=Record)
Listener = Callable[[ChangeEntry], None]
# Codings and blocks from which columns are kept: fewer are read in a moment.
MANY = 50_000


class Store:
    """A study's tables. Safe to use from several threads; opened anew by each process.

    ``read_only`` is the reason why nothing may be written, or ``None``.
    """

    def __init__(self, engine: Engine, path: Path | None, read_only: str | None = None) -> None:
        self.path, self.read_only = path, read_only
        self._engine = engine
        self._writing = threading.RLock()
        self._making = threading.Lock()
        self._alone = threading.RLock()
        self._current = threading.local()
        self._listeners: list[Listener] = []
        self._corpus: CorpusCache | None = None
        self._texts = self.texts
        self.sight = Sight(self.read)
        self._lock = StudyLock(path) if path is not None and read_only is None else None
        if self._lock is not None:
            self._lock.take()

    @classmethod
    def create(cls, path: Path) -> Self:
        """A new empty study file. Raises :class:`Conflict` where there is a file already."""
        return cls(connect(path, create=True), path)

    @classmethod
    def open(cls, path: Path, *, read_only: str | None = None, still: bool = False) -> Self:
        """A study file, one that nobody writes meanwhile (``still``). Raises :class:`NotFound` and
        :class:`StoreFailure`. Where another machine has it open, it is opened read-only, with the reason."""
        holder = StudyLock(path).foreign() if path.is_file() else None
        if holder is not None and read_only is None:
            read_only = (
                f"It is open on another machine ({holder}); if that is no longer so, "
                f"remove {path.name}.lock."
            )
        engine = connect(path, create=False, read_only=read_only is not None, still=still)
        return cls(engine, path, read_only)

    def close(self) -> None:
        """Close the file; the last one to do so leaves exactly one file behind."""
        try:
            self.keep_columns()
        finally:
            self._engine.dispose()
            if self._lock is not None:
                self._lock.release()

    def keep_columns(self, fewest: int = MANY) -> bool:
        """Keep the columns of a study of at least so many codings and blocks in its file, so that
        whoever opens it next has them at once; on closing this is done by itself.

        Whether they were written: nothing is while others have it open, nor where what is kept does
        still, and what could not be written is no failure.
        """
        if self._corpus is None or self._lock is None or not self._lock.alone:
            return False
        try:
            with guarded(self.path), at_once(self._engine) as conn:
                return self._corpus.keep(conn, fewest)
        except JejakError:
            return False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # -- reading -----------------------------------------------------------------------------------

    @contextlib.contextmanager
    def read(self) -> Iterator[Rows]:
        """One consistent view of the study; within a change, the view of that change."""
        current = self._change()
        if current is not None:
            yield current.rows
            return
        view: Rows | None = getattr(self._current, "view", None)
        if view is not None:
            yield view
            return
        if self.path is not None:
            with guarded(self.path), self._engine.begin() as conn:
                yield Rows(conn)
            return
        # A study in memory has one connection: what is read within uses the same, others wait.
        with (
            self._alone,
            guarded(self.path),
            self._engine.begin() as conn,
            self._viewing(Rows(conn)) as rows,
        ):
            yield rows

    @contextlib.contextmanager
    def view(self) -> Iterator[Rows]:
        """One view for everything this thread reads within, so that its parts fit together.

        What is changed within is not seen in it.
        """
        with self.read() as rows, self._viewing(rows):
            yield rows

    @contextlib.contextmanager
    def _viewing(self, rows: Rows) -> Iterator[Rows]:
        outer = getattr(self._current, "view", None)
        self._current.view = rows
        try:
            yield rows
        finally:
            self._current.view = outer

    def get(self, record: type[R], guid: str) -> R:
        """The entity with that GUID. Raises :class:`NotFound`."""
        with self.read() as rows:
            return rows.get(record, guid)

    def all(self, record: type[R], **equals: object) -> list[R]:
        """All entities of a kind whose fields have those values."""
        with self.read() as rows:
            return rows.all(record, **equals)

    def first(self, record: type[R], **equals: object) -> R | None:
        """The first of :meth:`all`, or ``None``."""
        with self.read() as rows:
            return rows.first(record, **equals)

    def count(self, record: type[Record], **equals: object) -> int:
        """How many :meth:`all` would give."""
        with self.read() as rows:
            return rows.count(record, **equals)

    def text(self, digest: str, start: int = 0, end: int | None = None) -> str:
        """A kept text, or a stretch of it in code points."""
        with self.read() as rows:
            return rows.text(digest, start, end)

    def texts(self, digests: Sequence[str]) -> list[str]:
        """Some kept texts, in their order. Raises :class:`StoreFailure` where one is missing."""
        with self.read() as rows:
            return load_texts(rows.conn, digests)

    def corpus(self) -> Corpus:
        """The study's codings as columns, as of now and as its ``sight`` sees them: kept in memory,
        brought up to date by change.

        Within a change that wrote something they are read anew and not kept: it may yet fail.
        """
        # Columns want NumPy, which takes longer to load than a study takes to open.
        from .columns import CorpusCache

        current = self._change()
        with self.read() as rows:
            if current is not None and not current.untouched:
                anew = CorpusCache(self._texts, self.read)
                return self.sight.of(anew.upto_date(rows.conn), rows)
            with self._making:
                self._corpus = self._corpus or CorpusCache(
                    self._texts, self.read, kept=self.path is not None
                )
            return self.sight.of(self._corpus.upto_date(rows.conn), rows)

    def stored(self) -> Stored:
        """What the study takes on this computer."""
        with self.read() as rows:
            return stored(rows.conn, self.path)

    # -- writing -----------------------------------------------------------------------------------

    @contextlib.contextmanager
    def write(self, verb: Message, user: str) -> Iterator[Change]:
        """A change: all that is written within happens, with its history, or none of it does.

        Within another change of the same thread it becomes part of that one, under that one's
        name; where it fails, only the part is taken back. Raises
        :class:`NotAllowed` where the study may only be read, :class:`Conflict` where something
        would be left that refers to nothing.
        """
        current = self._change()
        if current is not None:
            with current.part():
                yield current
            return
        with self._transaction(verb, user) as change:
            self._check_expected(change)
            self._current.change = change
            try:
                yield change
            finally:
                self._current.change = None
            if not change.empty:
                change.seal()
        if not change.empty:
            self._tell(change.seq)

    @contextlib.contextmanager
    def expecting(self, kind: str, guid: str, revision: int | None) -> Iterator[None]:
        """Changes begun within happen only while an entity stands as change ``revision`` left it.

        ``None`` expects nothing. The changes raise :class:`Conflict` (``stale-revision``).
        """
        self._current.expected = None if revision is None else (kind, guid, revision)
        try:
            yield
        finally:
            self._current.expected = None

    @contextlib.contextmanager
    def expecting_text(self, source: str, digest: str | None) -> Iterator[None]:
        """Changes begun within happen only while a source has the text of that digest, so that
        positions mean what they meant to whoever sent them.

        ``None`` expects nothing. The changes raise :class:`Conflict` (``stale-text``).
        """
        self._current.text = None if digest is None else (source, digest)
        try:
            yield
        finally:
            self._current.text = None

    def _check_expected(self, change: Change) -> None:
        text = getattr(self._current, "text", None)
        if text is not None and change.rows.get(Source, text[0]).text != text[1]:
            raise Conflict(
                "stale-text",
                "This text was corrected since you saw it.",
                "Nothing was changed. Look at it as it is now, then decide again.",
            )
        expected = getattr(self._current, "expected", None)
        if expected is None:
            return
        kind, guid, revision = expected
        if revisions(change.rows, kind, [guid]).get(guid) != revision:
            raise Conflict(
                "stale-revision",
                f"This {kind} was changed since you saw it.",
                "Nothing was changed. Look at it as it is now, then decide again.",
            )

    def undo(self, user: str, seq: int | None = None) -> ChangeEntry:
        """Take back a person's last change (or change ``seq``); the change that was taken back.

        Raises :class:`NotFound` (nothing to undo) and :class:`Conflict` (something rests on it).
        """
        return self._step(user, seq, back=True)

    def redo(self, user: str) -> ChangeEntry:
        """Do again what a person last undid; the change that was done again."""
        return self._step(user, None, back=False)

    def _step(self, user: str, seq: int | None, *, back: bool) -> ChangeEntry:
        if self._change() is not None:
            raise InvalidInput("undo-within-change", "A change cannot undo or redo another.")
        with self.read() as rows:
            wanted = seq or (undo.undoable if back else undo.redoable)(rows.conn, user)
            verb = undo.verb_of(rows.conn, wanted, back=back)
        with self._transaction(verb, user) as change:
            undo.check_step(change.rows.conn, wanted, back=back)
            undo.step(change, wanted, back=back)
            change.seal(**{"undoes" if back else "redoes": wanted})
        self._tell(change.seq)
        return self.entry(wanted)

    def refusal(self, user: str, seq: int) -> JejakError | None:
        """What :meth:`undo` of change ``seq`` would be refused with now; ``None``: it would be done.

        It is tried out and taken back. Raises :class:`NotFound`.
        """
        with self.read() as rows:
            verb = undo.verb_of(rows.conn, seq, back=True)
        try:
            with self._transaction(verb, user) as change:
                resting.rehearse(change, seq)
        except (Conflict, NotAllowed) as error:
            return error
        except resting.Rehearsed:
            pass
        return None

    def scrub(self) -> bool:
        """Leave nothing in the file of what was deleted; see :func:`jejak.store.engine.scrub`."""
        with self._writing, guarded(self.path):
            return scrub(self._engine)

    @contextlib.contextmanager
    def _transaction(self, verb: Message, user: str) -> Iterator[Change]:
        if self.read_only is not None:
            raise NotAllowed(
                "read-only",
                "This study can only be read now.",
                f"{self.read_only} Nothing was changed.",
            )
        with self._writing, guarded(self.path):
            try:
                with (
                    self._engine.connect().execution_options(begin="IMMEDIATE") as conn,
                    conn.begin(),
                ):
                    yield Change(conn, verb, user, history.head(conn) + 1)
            except IntegrityError as error:
                raise Conflict(
                    "rests-on-it",
                    "Something else in the study rests on what would go.",
                    "Nothing was changed. Remove what rests on it first.",
                ) from error

    def _change(self) -> Change | None:
        return getattr(self._current, "change", None)

    # -- history -----------------------------------------------------------------------------------

    @property
    def head(self) -> int:
        """The number of the last change."""
        with self.read() as rows:
            return history.head(rows.conn)

    def entry(self, seq: int) -> ChangeEntry:
        """One change of the trail. Raises :class:`NotFound`."""
        with self.read() as rows:
            return history.entry(rows.conn, seq)

    @property
    def last_withdrawal(self) -> int:
        """The last change whose words are gone, before which there is no going back; 0: none."""
        with self.read() as rows:
            return moments.last_withdrawal(rows.conn)

    def at(self, seq: int) -> Store:
        """The study as it stood right after change ``seq``, in memory, to be read only.

        Raises :class:`NotFound` where there is no such change (0 is the empty beginning).
        """
        with self.read() as rows:
            engine = moments.as_of(rows.conn, seq)
        then = Store(engine, None, f"This is the study as it stood after change {seq}.")
        then.sight = Sight(self.read, self.sight.reader)
        return then

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with each change this store makes; the call returned ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, seq: int) -> None:
        if self._listeners:
            entry = self.entry(seq)
            for listener in list(self._listeners):
                listener(entry)

    def verify(self) -> list[Problem]:
        """Everything that is wrong with the study; an empty list where nothing is."""
        with self.read() as rows:
            return examine(rows.conn)
