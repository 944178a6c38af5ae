"""Rounds as they stand: who reads what, and how far they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ..errors import Conflict
from ..model import Assignment, Code, Round, Source, User, say
from ..model.identity import to_millis
from ..store import Rows, history
from ..store.revisions import last_touching
from ..store.source_codings import coded_pairs
from .readers import worked_on

__all__ = ["STATES", "Reader", "RoundCard", "Task", "being_read", "round_cards", "seq_of"]

STATES = ("to read", "begun", "read")


@dataclass(frozen=True, slots=True)
class Reader:
    """How far a coder is with a source: *to read*, *begun* or *read*."""

    coder: User
    state: str


@dataclass(frozen=True, slots=True)
class Task:
    """A source of a round with those who are to read it."""

    source: Source
    readers: tuple[Reader, ...]


@dataclass(frozen=True, slots=True)
class RoundCard:
    """A round with its coders and sources; ``recoded`` says that the codebook was changed while it was
    open."""

    round: Round
    coders: tuple[User, ...]
    tasks: tuple[Task, ...]
    recoded: bool

    @property
    def unread(self) -> int:
        """How many readings nobody began."""
        return sum(each.state == "to read" for task in self.tasks for each in task.readers)

    @property
    def readings(self) -> int:
        """How many readings there are to be."""
        return sum(len(task.readers) for task in self.tasks)

    def load(self, coder: User) -> tuple[int, int, int]:
        """Of a coder: how many sources, how many characters, and how many of the sources are read."""
        mine = [
            (task.source.length, each.state)
            for task in self.tasks
            for each in task.readers
            if each.coder.guid == coder.guid
        ]
        return (
            len(mine),
            sum(length for length, _ in mine),
            sum(state == "read" for _, state in mine),
        )


def seq_of(one: Round) -> int:
    """The change as of which a closed round was reckoned."""
    return int(str(one.figures[0]["seq"])) if one.figures else one.codebook


def round_cards(rows: Rows, rounds: list[Round] | None = None) -> list[RoundCard]:
    """Some rounds, or all in the order in which they were opened."""
    found = sorted(rows.all(Round) if rounds is None else rounds, key=lambda one: one.opened)
    people = {one.guid: one for one in rows.all(User)}
    return [_card(rows, one, people) for one in found]


def _card(rows: Rows, one: Round, people: Mapping[str, User]) -> RoundCard:
    given = rows.all(Assignment, round=one.guid)
    sources = {each.guid: each for each in rows.among(Source, "guid", [g.source for g in given])}
    begun = _begun(rows, one, given) if one.closed is None else set()
    readers: dict[str, list[Reader]] = defaultdict(list)
    for each in given:
        state = "begun" if (each.coder, each.source) in begun else "to read"
        readers[each.source].append(
            Reader(people[each.coder], "read" if each.read is not None else state)
        )
    coders = dict.fromkeys(each.coder for each in given)
    upto = history.head(rows.conn) if one.closed is None else seq_of(one)
    return RoundCard(
        one, tuple(sorted((people[guid] for guid in coders), key=lambda who: who.name.casefold())),
        tuple(Task(sources[guid], tuple(found)) for guid, found in readers.items()),
        last_touching(rows, Code.KIND, upto) > one.codebook,
    )  # fmt: skip


def _begun(rows: Rows, one: Round, given: list[Assignment]) -> set[tuple[str, str]]:
    """Who (GUID) began to read which source: by what they coded in the round, or by its status."""
    earlier = set(one.earlier)
    coded = coded_pairs(rows, list(dict.fromkeys(each.source for each in given)))
    begun = {pair for pair, codings in coded.items() if not earlier.issuperset(codings)}
    return begun | set(worked_on(rows, to_millis(one.opened) if one.again else None))


def being_read(coder: str, source: str, name: str) -> Conflict:
    """That a coder (by name) is reading a source in the open round of that name."""
    return Conflict(
        "read-in-another-round",
        say(
            "{coder} reads “{source}” in the round “{name}”, which is open.",
            coder=coder, source=source, name=name,
        ),
        say("Close that round first."),
    )  # fmt: skip
