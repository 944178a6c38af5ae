"""Files of literature on their way into a study: what is new, what is there already, what is broken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..errors import InvalidInput, JejakError
from ..formats.literature import read_literature
from ..model import Message, Problem, Reference, say
from ..model.identity import name_key
from ..model.literature import citation_key, same_work, short_citation, title_of
from ..store import Change, Store
from .references import checked_csl

__all__ = ["DUPLICATES", "ReferenceImport", "WorkReport", "WorksReport"]

# What becomes of a work that is there already.
DUPLICATES = ("skip", "merge", "add")


@dataclass(frozen=True, slots=True)
class WorkReport:
    """A work of a file: its key, title, and the key of the work that it seems to be."""

    file: str
    key: str
    short: str
    title: str
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class WorksReport:
    """Works that came in (or would), those that are there already, and what could not be read, as
    (file, problem)."""

    new: tuple[WorkReport, ...] = ()
    duplicates: tuple[WorkReport, ...] = ()
    problems: tuple[tuple[str, Problem], ...] = ()
    seq: int | None = None
    dry_run: bool = False


class ReferenceImport:
    """Brings files of literature in."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def add_files(
        self,
        files: Sequence[tuple[str, bytes]],
        *,
        duplicates: str = "skip",
        dry_run: bool = False,
    ) -> WorksReport:
        """Bring in the works of files given by name and content, as one change.

        A work that is there already (by DOI, else by title, year and author) is left out, its new
        fields are added to the one that is there (``merge``), or it is added all the same (``add``).
        What is broken is reported, the rest is read. Raises :class:`InvalidInput`.
        """
        if duplicates not in DUPLICATES:
            raise InvalidInput("unknown-choice", f"Use one of: {', '.join(DUPLICATES)}.")
        works: list[tuple[str, Mapping[str, Any]]] = []
        problems: list[tuple[str, Problem]] = []
        for name, data in files:
            try:
                reading = read_literature(data, name)
            except JejakError as error:
                problems.append((name, Problem(error.code, Message("{why}", {"why": str(error)}))))
                continue
            works += [(name, work) for work in reading.works]
            problems += [(name, problem) for problem in reading.problems]
        return self._write(works, tuple(problems), duplicates, dry_run=dry_run)

    def _write(
        self,
        works: Sequence[tuple[str, Mapping[str, Any]]],
        problems: tuple[tuple[str, Problem], ...],
        duplicates: str,
        *,
        dry_run: bool,
    ) -> WorksReport:
        intake = _Intake(self._store.all(Reference), duplicates)
        for file, work in works:
            intake.take(file, work)
        new, known = tuple(intake.new), tuple(intake.known)
        seq = None
        if not dry_run and (intake.fresh or intake.richer):
            verb = say("Add {n} references", n=len(intake.fresh))
            with self._store.write(verb, self._user) as change:
                intake.write(change)
                seq = change.seq
        return WorksReport(new, known, problems, seq, dry_run)


class _Intake:
    def __init__(self, there: Sequence[Reference], duplicates: str) -> None:
        self._duplicates = duplicates
        self._taken = {name_key(one.key) for one in there}
        self._known = {sign: one for one in there for sign in same_work(one.csl)}
        self.fresh: dict[str, Reference] = {}
        self.richer: dict[str, Reference] = {}
        self.new: list[WorkReport] = []
        self.known: list[WorkReport] = []

    def take(self, file: str, work: Mapping[str, Any]) -> None:
        csl = checked_csl(work)
        same = self._same(csl)
        if same is not None:
            told = WorkReport(file, same.key, short_citation(csl), title_of(csl), same.key)
            self.known.append(told)
            if self._duplicates == "merge":
                self._enrich(same, csl)
            if self._duplicates != "add":
                return
        key = citation_key({**csl, "id": work.get("id")}, self._taken)
        reference = Reference(key=key, csl=csl)
        self._taken.add(name_key(key))
        self._remember(reference)
        self.fresh[reference.guid] = reference
        self.new.append(WorkReport(file, key, short_citation(csl), title_of(csl)))

    def _same(self, csl: Mapping[str, Any]) -> Reference | None:
        """The work this one is; one with another DOI is another, whatever it is called."""
        signs = same_work(csl)
        for sign in signs:
            found = self._known.get(sign)
            if found is None:
                continue
            other = same_work(found.csl)[0]
            if sign.startswith("doi:") or not (
                signs[0].startswith("doi:") and other.startswith("doi:")
            ):
                return found
        return None

    def _remember(self, reference: Reference) -> None:
        for sign in same_work(reference.csl):
            self._known.setdefault(sign, reference)

    def _enrich(self, same: Reference, csl: Mapping[str, Any]) -> None:
        merged = {**csl, **same.csl}
        if merged == same.csl:
            return
        richer = Reference(guid=same.guid, key=same.key, csl=merged)
        (self.fresh if same.guid in self.fresh else self.richer)[same.guid] = richer
        self._known |= {
            sign: richer if one.guid == same.guid else one for sign, one in self._known.items()
        }
        self._remember(richer)

    def write(self, change: Change) -> None:
        change.add_many(self.fresh.values())
        change.set_many(
            Reference.KIND, ("csl",), {guid: (one.csl,) for guid, one in self.richer.items()}
        )
