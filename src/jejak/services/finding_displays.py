"""The displays a finding rests on, and single cells of them that are evidence: each as it was when it
was cited, beside what it is now."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from ..analysis.coders import of_coders
from ..displays import kind_of
from ..errors import NotFound
from ..model import Code, Display, Evidence, Finding, Link, Snapshot, say
from ..model.corpus import Corpus
from ..model.identity import now
from ..model.shape import Matrix
from ..store import Change, Rows, Store
from ..store.cascade import remove_whole
from ..store.revisions import last_touching, moments_of, revisions
from .answers import Answers
from .display_cells import cell_cards, with_texts
from .display_computing import computed
from .finding_values import check_evidence
from .snapshots import CellsThen, CellThen, SnapshotReader, taken

__all__ = [
    "CitedCell",
    "CitedDisplay",
    "FindingDisplays",
    "as_saved",
    "cited_now",
    "drop_snapshots",
]

_SHOWS = "shows"
# Displays with so many cells together are kept for who asks for the same again.
_KEPT = 100_000
Shows = Callable[[Display, Sequence[str] | None], Matrix]


@dataclass(frozen=True, slots=True)
class CitedDisplay:
    """A saved display that a finding rests on: cited at change ``seq``, made at ``cited``, with the
    codebook as change ``codebook`` had left it (0: still empty). ``then`` is what was kept of it;
    nothing of one that is too large or made of words of the material."""

    display: Display
    seq: int
    cited: datetime
    codebook: int
    then: CellsThen = field(default_factory=CellsThen)

    @property
    def changed(self) -> tuple[CellThen, ...]:
        """The cells that say something else now; of very many the first."""
        return tuple(one for one in self.then.cells if one.differs)


@dataclass(frozen=True, slots=True)
class CitedCell:
    """A cell that is evidence: of which display, cited when, and what it said then and says now."""

    display: Display
    seq: int
    cited: datetime
    codebook: int
    cell: CellThen


class FindingDisplays:
    """What findings show."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    @cached_property
    def _matrices(self) -> Answers[Matrix]:
        return Answers(_KEPT, lambda matrix: len(matrix.cells) + 1)

    def shown(self, finding: Finding, *, people: Sequence[str] | None = None) -> list[CitedDisplay]:
        """The displays a finding rests on, in the order they were first cited; ``people`` (GUIDs)
        leaves out what rests on the work of others."""
        with self._store.view() as rows:
            links = sorted(
                rows.all(Link, role=_SHOWS, owner=finding.guid), key=lambda one: one.position
            )
            reader = self._reader(rows, people)
            there = [link for link in links if link.target_kind == Display.KIND]
            return [_cited(rows, link, reader) for link in there]

    def show(
        self, finding: Finding, display: Display, *, coders: Sequence[str] | None = None
    ) -> CitedDisplay:
        """Cite a saved display as it is now; one that is cited already is cited anew. ``coders``
        (GUIDs) are those whose work alone is seen.

        Its numbers are kept, and all it showed can be seen for as long as the study keeps its
        history.
        """
        verb = say(
            "Cite the display “{name}” in the finding {label}",
            name=display.name, label=finding.label,
        )  # fmt: skip
        with self._store.write(verb, self._user) as change:
            matrix = self._shows(change.rows)(display, coders)
            there = change.rows.all(Link, role=_SHOWS, owner=finding.guid)
            before = [link for link in there if link.target == display.guid]
            change.remove(*before, *_wholes(change.rows, finding, display))
            last = max((link.position for link in there), default=-1)
            change.add(
                taken(change, finding, display, matrix, coders=coders),
                Link(
                    role=_SHOWS, owner_kind=Finding.KIND, owner=finding.guid,
                    target_kind=Display.KIND, target=display.guid,
                    position=before[0].position if before else last + 1,
                ),
            )  # fmt: skip
        cited = self.shown(finding, people=coders)
        return next(one for one in cited if one.display.guid == display.guid)

    def unshow(self, finding: Finding, display: Display) -> None:
        """Cite a display no more. Raises :class:`NotFound` where it is not cited."""
        verb = say(
            "Cite the display “{name}” no more in the finding {label}",
            name=display.name, label=finding.label,
        )  # fmt: skip
        with self._store.write(verb, self._user) as change:
            change.remove(_link(change, finding, display), *_wholes(change.rows, finding, display))

    # -- single cells ------------------------------------------------------------------------------

    def cite_cell(
        self,
        finding: Finding,
        display: Display,
        row: str,
        column: str,
        *,
        stance: str = "supports",
        weight: int | None = None,
        why: str = "",
        coders: Sequence[str] | None = None,
    ) -> Evidence:
        """Weigh a cell of a saved display (``row`` and ``column`` are keys of headings) as it is now
        for or against a finding; one that the same person cited already is cited anew.

        Raises :class:`InvalidInput` (stance, weight, a cell that is not shown or stands for a word
        of the material).
        """
        check_evidence({"stance": stance, "weight": weight})
        verb = say("Cite a cell of the display “{name}” in the finding {label}",
                   name=display.name, label=finding.label)  # fmt: skip
        with self._store.write(verb, self._user) as change:
            matrix = self._shows(change.rows)(display, coders)
            snapshot = taken(change, finding, display, matrix, place=(row, column), coders=coders)
            change.add(snapshot)
            before = _evidence_of(change, snapshot)
            if before is not None:
                there = change.set(
                    before, target=snapshot.guid, stance=stance, weight=weight, why=why.strip()
                )
                change.remove(change.rows.get(Snapshot, before.target))
                return there
            evidence = Evidence(
                finding=finding.guid, target_kind=Snapshot.KIND, target=snapshot.guid,
                stance=stance, weight=weight, why=why.strip(), user=self._user,
            )  # fmt: skip
            change.add(evidence)
            return evidence

    def pieces(self, finding: Finding) -> list[Evidence]:
        """The evidence of a finding as it is kept, in the order it was given."""
        return self._store.all(Evidence, finding=finding.guid)

    def cited_cells(
        self, evidence: Iterable[Evidence], *, people: Sequence[str] | None = None
    ) -> dict[str, CitedCell]:
        """The cells among pieces of evidence, by the GUID of the evidence."""
        targets = {one.target: one.guid for one in evidence if one.target_kind == Snapshot.KIND}
        with self._store.view() as rows:
            return {
                targets[guid]: cell
                for guid, cell in cited_now(rows, self._reader(rows, people), targets).items()
            }

    def _reader(self, rows: Rows, people: Sequence[str] | None) -> SnapshotReader:
        return SnapshotReader(rows, self._store.corpus(), self._shows(rows), people)

    def _shows(self, rows: Rows) -> Shows:
        whole = self._store.corpus()

        def shown(display: Display, coders: Sequence[str] | None) -> Matrix:
            seen_by = None if coders is None else tuple(coders)
            written = json.dumps(display.settings, sort_keys=True, default=str)
            key = display.guid, written, seen_by, now().date()
            return self._matrices.of(whole, key, lambda: as_saved(rows, whole, display, coders))

        return shown


@dataclass(frozen=True, slots=True)
class CellSaid:
    """A cell that a finding cites: as evidence (``stance``), or of a display that it cites whole."""

    display: Display
    seq: int
    stance: str
    cell: CellThen


def cells_said(
    findings: FindingDisplays, finding: Finding, *, people: Sequence[str] | None = None
) -> list[CellSaid]:
    """What a finding cites of displays: of those that it cites whole the cells that say something else
    now, then the cells that are evidence."""
    found = [
        CellSaid(one.display, one.seq, "", cell)
        for one in findings.shown(finding, people=people)
        for cell in one.changed
    ]
    given = [one for one in findings.pieces(finding) if people is None or one.user in people]
    cells = findings.cited_cells(given, people=people)
    return found + [
        CellSaid(cells[one.guid].display, cells[one.guid].seq, one.stance, cells[one.guid].cell)
        for one in given
        if one.guid in cells
    ]


def as_saved(
    rows: Rows, corpus: Corpus, display: Display, coders: Sequence[str] | None = None
) -> Matrix:
    """A saved display as of now, made of the work of ``coders`` (GUIDs) alone if given, with the words
    in its cells. Raises as :func:`~jejak.services.display_computing.computed`."""
    kind = kind_of(display.kind)
    matrix = computed(rows, of_coders(corpus, coders), kind, display.settings, coders)
    cards = cell_cards(rows, corpus, display)
    return with_texts(matrix, (one for one in cards if coders is None or one.cell.user in coders))


def cited_now(rows: Rows, reader: SnapshotReader, snapshots: Iterable[str]) -> dict[str, CitedCell]:
    """Single cells that were cited, by the GUID of what was kept of them."""
    found = {}
    for one in rows.among(Snapshot, "guid", snapshots):
        for cell in reader.cells(one).cells:
            display = rows.get(Display, one.display)
            found[one.guid] = CitedCell(display, one.seq, one.created, one.codebook, cell)
    return found


def drop_snapshots(change: Change, evidence: Iterable[Evidence]) -> None:
    """Remove what was kept of the cells that pieces of evidence, which are gone, rested on."""
    targets = [one.target for one in evidence if one.target_kind == Snapshot.KIND]
    remove_whole(change, Snapshot.KIND, targets)


def _evidence_of(change: Change, snapshot: Snapshot) -> Evidence | None:
    """The piece by which the same person has cited the same cell already."""
    same = change.rows.all(
        Snapshot, finding=snapshot.finding, display=snapshot.display, row=snapshot.row,
        column=snapshot.column, user=snapshot.user,
    )  # fmt: skip
    targets = [one.guid for one in same if one.guid != snapshot.guid]
    return next(iter(change.rows.among(Evidence, "target", targets)), None)


def _wholes(rows: Rows, finding: Finding, display: Display) -> list[Snapshot]:
    return rows.all(Snapshot, finding=finding.guid, display=display.guid, row="", column="")


def _link(change: Change, finding: Finding, display: Display) -> Link:
    there = change.rows.all(Link, role=_SHOWS, owner=finding.guid, target=display.guid)
    if not there:
        raise NotFound("not-cited", f"{finding.label} does not cite the display “{display.name}”.")
    return there[0]


def _cited(rows: Rows, link: Link, reader: SnapshotReader) -> CitedDisplay:
    display = rows.get(Display, link.target)
    for one in rows.all(Snapshot, finding=link.owner, display=display.guid, row="", column=""):
        return CitedDisplay(display, one.seq, one.created, one.codebook, reader.cells(one))
    seq = revisions(rows, Link.KIND, [link.guid])[link.guid]
    return CitedDisplay(
        display, seq, moments_of(rows, [seq])[seq], last_touching(rows, Code.KIND, seq)
    )
