"""Rounds: sources assigned to coders who do not see each other's codings until the round is closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from ..errors import Conflict, InvalidInput, NotFound
from ..formats.file_writing import write_whole
from ..model import Assignment, Code, Coding, Round, say
from ..model.identity import clean_name, now
from ..store import Change, Rows, Store, history
from ..store.cascade import remove_whole
from ..store.lookups import find_round, find_source, find_user, refuse_taken
from ..store.revisions import last_touching
from ..store.source_codings import coded_pairs
from .agreed import Question
from .agreement import Agreement
from .passage_files import columns_file
from .round_cards import RoundCard, being_read, round_cards
from .round_figures import kept_figure
from .round_plan import RoundPlan, planned
from .rounds_told import round_columns

__all__ = ["KEEPS", "Rounds"]

# Which of two readings of one coder stay as their codings.
KEEPS = ("both", "first", "second")


class Rounds:
    """The rounds of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def cards(self) -> list[RoundCard]:
        """All rounds in the order in which they were opened, with who reads what."""
        with self._store.view() as rows:
            return round_cards(rows)

    def card(self, name: str) -> RoundCard:
        """A round by name or GUID. Raises :class:`NotFound`."""
        with self._store.view() as rows:
            return round_cards(rows, [find_round(rows, name)])[0]

    def mine(self) -> list[tuple[Round, str, str]]:
        """What the present user is to read in open rounds: the round, the source (GUID), how far they
        are with it."""
        return [
            (card.round, task.source.guid, each.state)
            for card in self.cards()
            if card.round.closed is None
            for task in card.tasks
            for each in task.readers
            if each.coder.guid == self._user
        ]

    def to_read(self) -> tuple[str, ...]:
        """The sources (GUIDs) of open rounds that the present user is to read and has not read yet."""
        return tuple(dict.fromkeys(source for _, source, state in self.mine() if state != "read"))

    def plan(
        self,
        coders: Sequence[str],
        sources: Sequence[str] | None = None,
        *,
        overlap: float = 0.2,
        readers: int = 2,
        seed: int = 1,
        again: bool = False,
    ) -> RoundPlan:
        """Share sources out among coders, by name: a share ``overlap`` of them, drawn from every kind
        in proportion, to ``readers`` coders each, the others to one; nobody is to read more than
        another by more than the longest source. Without ``sources``: all that no round had yet, but
        for literature. ``again``: each reads again what they coded before. Nothing is written.

        Raises :class:`NotFound`, :class:`InvalidInput`.
        """
        with self._store.view() as rows:
            return planned(
                rows, coders, sources, overlap=overlap, readers=readers, seed=seed, again=again
            )

    def open(self, name: str, plan: RoundPlan) -> Round:
        """Take a plan: from now on until the round is closed its coders do not see the others' codings
        of its sources (of a round again: nor their own from before).

        Raises :class:`Conflict` (the name is taken; somebody reads one of the sources in another open
        round), :class:`InvalidInput`, :class:`NotFound` (a source that is gone).
        """
        name = clean_name(name, "round")
        verb = say("Open the round “{name}”", name=name)
        with self._store.write(verb, self._user) as change:
            refuse_taken(change.rows.all(Round), name, "round")
            _refuse_twice(change.rows, plan)
            earlier: list[str] = []
            if plan.again:
                given = {
                    (plan.coders[at].guid, one.source.guid)
                    for one in plan.sources
                    for at in one.coders
                }
                coded = coded_pairs(change.rows, [one.source.guid for one in plan.sources])
                earlier = [guid for pair, guids in coded.items() if pair in given for guid in guids]
            made = Round(
                name=name, again=plan.again, earlier=tuple(earlier), user=self._user,
                codebook=last_touching(change.rows, Code.KIND, history.head(change.rows.conn)),
            )  # fmt: skip
            change.add(made)
            change.add_many(plan.assignments(made.guid))
        return made

    def rename(self, name: str, new: str) -> Round:
        """Give a round another name. Raises :class:`NotFound`, :class:`Conflict`."""
        new = clean_name(new, "round")
        with self._store.write(say("Rename a round to “{name}”", name=new), self._user) as change:
            one = find_round(change.rows, name)
            refuse_taken(change.rows.all(Round), new, "round", but=one.guid)
            return change.set(one, name=new)

    def give(self, name: str, source: str, coders: Sequence[str]) -> None:
        """Say anew who is to read a source in an open round; nobody takes it out.

        Raises :class:`NotFound`, :class:`Conflict` (closed), :class:`InvalidInput` (in a round again
        only who coded it can read it again).
        """
        verb = say("Say who reads “{source}” in the round “{name}”", source=source, name=name)
        with self._store.write(verb, self._user) as change:
            one = _still_open(find_round(change.rows, name))
            what = find_source(change.rows, source)
            wanted = dict.fromkeys(find_user(change.rows, coder).guid for coder in coders)
            change.retell(
                say(
                    "Say who reads “{source}” in the round “{name}”",
                    source=what.name,
                    name=one.name,
                )
            )
            there = {
                each.coder: each
                for each in change.rows.all(Assignment, round=one.guid)
                if each.source == what.guid
            }
            if one.again and set(wanted) - set(there):
                raise InvalidInput(
                    "nothing-to-read",
                    say(
                        "Who reads again is settled when the round “{name}” is opened.",
                        name=one.name,
                    ),
                )
            change.remove(*(each for guid, each in there.items() if guid not in wanted))
            change.add_many(
                Assignment(round=one.guid, source=what.guid, coder=guid)
                for guid in wanted
                if guid not in there
            )
            if not change.rows.count(Assignment, round=one.guid):
                raise InvalidInput(
                    "nothing-to-read",
                    say("The round “{name}” would have nothing to read.", name=one.name),
                    say("Remove the round instead."),
                )

    def mark(self, name: str, sources: Sequence[str], *, read: bool = True) -> int:
        """Say of sources of an open round that one has read them (or has not yet); how many that
        changed. Raises :class:`NotFound`, also of one that the present user is not to read there,
        :class:`Conflict` (closed)."""
        moment: datetime | None = now() if read else None
        verb = say("Say that sources are read")
        with self._store.write(verb, self._user) as change:
            one = _still_open(find_round(change.rows, name))
            change.retell(
                say("Say that {n} source of the round “{name}” is read|"
                    "Say that {n} sources of the round “{name}” are read", n=len(sources), name=one.name)
                if read
                else say("Say that {n} source of the round “{name}” is not read yet|"
                         "Say that {n} sources of the round “{name}” are not read yet",
                         n=len(sources), name=one.name)
            )  # fmt: skip
            mine = {
                each.source: each
                for each in change.rows.all(Assignment, round=one.guid, coder=self._user)
            }
            wanted = [
                _own(mine, find_source(change.rows, source).guid, source, one) for source in sources
            ]
            other = [each for each in wanted if (each.read is None) == read]
            change.set_many(
                Assignment.KIND, ("read",), dict.fromkeys((each.guid for each in other), (moment,))
            )
        return len(other)

    def close(
        self, name: str, question: Question | None = None, *, keep: str = "both"
    ) -> RoundCard:
        """Close a round: everybody sees everything again, what was begun counts as read, and its
        agreement is reckoned and kept. In a
        round again ``keep`` says which of the two readings stay as codings: *both* (what was coded
        alike once), the *first* or the *second*; the history has them all.

        Raises :class:`NotFound`, :class:`Conflict` (closed already), :class:`InvalidInput`,
        :class:`NotAllowed` for whoever codes in another open round.
        """
        if keep not in KEEPS:
            raise InvalidInput(
                "unknown-choice", f"“{keep}” is no reading.", f"Keep one of: {', '.join(KEEPS)}."
            )
        verb = say("Close a round")
        with self._store.write(verb, self._user) as change:
            one = _still_open(find_round(change.rows, name))
            change.retell(say("Close the round “{name}”", name=one.name))
            _take_as_read(change, one)
            one = change.set(one, closed=now())
            change.set(one, figures=tuple(self._figures(change.rows, one, question)))
            if one.again:
                _put_together(change, one, keep)
            return round_cards(change.rows, [change.rows.get(Round, one.guid)])[0]

    def _figures(
        self, rows: Rows, one: Round, question: Question | None
    ) -> list[Mapping[str, object]]:
        agreement = Agreement(self._store, self._user)
        if not one.again:
            return [kept_figure(agreement.compute(question, of_round=one.guid, places=0))]
        coders = dict.fromkeys(each.coder for each in rows.all(Assignment, round=one.guid))
        return [
            kept_figure(
                agreement.compute(question, of_round=one.guid, coders=[guid], places=0), guid
            )
            for guid in coders
        ]

    def write(self, path: str | Path) -> Path:
        """The rounds with what each came to as a table, as it may leave the study, in a file of the kind
        that its ending names; where it lies. Raises :class:`InvalidInput` (ending),
        :class:`MissingExtra`, :class:`StoreFailure`."""
        place = Path(path)
        write_whole(place, self.content(place.suffix.lower(), place.stem))
        return place

    def content(self, ending: str, title: str = "rounds") -> bytes:
        """The same as bytes of a file of that ending. Raises as :meth:`write`."""
        with self._store.view() as rows:
            return columns_file(rows, round_columns(round_cards(rows)), ending, title)

    def remove(self, name: str) -> dict[str, int]:
        """Remove a round with its assignments and figures; all codings stay, what was read twice and
        coded alike once. How many entities went, by kind. Raises :class:`NotFound`."""
        with self._store.write(say("Remove a round"), self._user) as change:
            one = find_round(change.rows, name)
            change.retell(say("Remove the round “{name}”", name=one.name))
            if one.again and one.closed is None:
                _put_together(change, one, "both")
            return remove_whole(change, Round.KIND, [one.guid])


def _still_open(one: Round) -> Round:
    if one.closed is not None:
        raise Conflict(
            "round-closed", say("The round “{name}” is closed.", name=one.name),
            say("Undo its closing, or open another one."),
        )  # fmt: skip
    return one


def _own(mine: Mapping[str, Assignment], guid: str, source: str, one: Round) -> Assignment:
    if guid not in mine:
        raise NotFound(
            "not-assigned",
            say(
                "“{source}” is not yours to read in the round “{name}”.",
                source=source,
                name=one.name,
            ),
        )
    return mine[guid]


def _refuse_twice(rows: Rows, plan: RoundPlan) -> None:
    """Raise :class:`Conflict` where one of a plan's sources is being read by one of its coders in an
    open round, and either is a second reading: which coding is of which would not be known."""
    people = {one.guid: one.name for one in plan.coders}
    sources = {one.source.guid: one.source.name for one in plan.sources}
    for other in rows.all(Round, closed=None):
        for each in rows.all(Assignment, round=other.guid):
            if each.source in sources and (plan.again or other.again) and each.coder in people:
                raise being_read(people[each.coder], sources[each.source], other.name)


def _take_as_read(change: Change, one: Round) -> None:
    card, moment = round_cards(change.rows, [one])[0], now()
    begun = {
        (each.coder.guid, task.source.guid)
        for task in card.tasks
        for each in task.readers
        if each.state == "begun"
    }
    given = change.rows.all(Assignment, round=one.guid)
    read = [each.guid for each in given if (each.coder, each.source) in begun]
    change.set_many(Assignment.KIND, ("read",), dict.fromkeys(read, (moment,)))


def _put_together(change: Change, one: Round, keep: str) -> None:
    """Of two readings of the same sources by the same coders, let one coding stand on the same words
    under the same code, and take away the reading that is not to be kept."""
    given = {(each.coder, each.source) for each in change.rows.all(Assignment, round=one.guid)}
    coded = coded_pairs(change.rows, list(dict.fromkeys(source for _, source in given)))
    guids = [guid for pair, found in coded.items() if pair in given for guid in found]
    codings = change.rows.among(Coding, "guid", guids)
    earlier = set(one.earlier)
    first = {_place(each): each for each in codings if each.guid in earlier}
    second = {_place(each): each for each in codings if each.guid not in earlier}
    going = [each for place, each in second.items() if place in first or keep == "first"]
    if keep == "second":
        going += [each for place, each in first.items() if place not in second]
    if going:
        remove_whole(change, Coding.KIND, [each.guid for each in going])


def _place(one: Coding) -> tuple[str, str, str]:
    return one.segment, one.code, one.user
