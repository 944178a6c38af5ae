"""Who is to read what in a round, before it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..analysis.assigning import shared_out
from ..errors import InvalidInput
from ..model import Assignment, Message, Source, User, say
from ..store import Rows
from ..store.lookups import find_source, find_user
from ..store.source_codings import coded_pairs

__all__ = ["Planned", "RoundPlan", "planned"]

# So many names stand in one sentence.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Planned:
    """A source and who is to read it, by their places among the coders of the plan."""

    source: Source
    coders: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RoundPlan:
    """Sources shared out among coders; nothing of it is in the study yet."""

    coders: tuple[User, ...]
    sources: tuple[Planned, ...]
    overlap: float
    readers: int
    seed: int
    again: bool = False

    @property
    def loads(self) -> tuple[tuple[int, int], ...]:
        """For each coder how many sources they are to read, and how many characters."""
        mine = [[one.source.length for one in self.sources if at in one.coders]
                for at in range(len(self.coders))]  # fmt: skip
        return tuple((len(lengths), sum(lengths)) for lengths in mine)

    @property
    def shared(self) -> int:
        """How many sources several read."""
        return sum(len(one.coders) > 1 for one in self.sources)

    def told(self) -> list[Message]:
        """What is to be said of it before it is taken."""
        loads = self.loads
        many, coders = len(self.sources), _people([one.name for one in self.coders])
        if self.again:
            return [
                say("{n} source for {coders}.|{n} sources for {coders}.", n=many, coders=coders),
                say("Each reads again what they coded before, without seeing what they did."),
            ]
        told = [
            say(
                "{n} source for {coders}, {shared} of them for more than one.|"
                "{n} sources for {coders}, {shared} of them for more than one.",
                n=many, coders=coders, shared=self.shared,
            ),
            say(
                "Each is to read between {least} and {most} characters.",
                least=min(length for _, length in loads), most=max(length for _, length in loads),
            ),
        ]  # fmt: skip
        if not self.shared:
            told.append(
                say("There is one coder: nothing is read twice, so no agreement can be told.")
                if len(self.coders) == 1
                else say("Nothing is read by two people, so no agreement can be told.")
            )
        idle = [one.name for one, (many, _) in zip(self.coders, loads, strict=True) if not many]
        if idle:
            told.append(
                say(
                    "Nothing is left for {coders}: there are fewer sources than coders.",
                    coders=_people(idle),
                )
            )
        return told

    def assignments(self, of_round: str) -> list[Assignment]:
        """The same as records of a round (GUID)."""
        return [
            Assignment(round=of_round, source=one.source.guid, coder=self.coders[at].guid)
            for one in self.sources
            for at in one.coders
        ]


def _people(names: list[str]) -> Message | list[str]:
    if len(names) <= _NAMED:
        return names
    return say("{n} coders", n=len(names))


def planned(
    rows: Rows,
    coders: Sequence[str],
    sources: Sequence[str] | None,
    *,
    overlap: float,
    readers: int,
    seed: int,
    again: bool,
) -> RoundPlan:
    """Share sources (names or GUIDs; all that no round had yet, but for literature) out among coders
    (names, initials or GUIDs). In a round ``again`` each reads all of them that they coded.

    Raises :class:`NotFound`, :class:`InvalidInput`.
    """
    people = list({one.guid: one for one in (find_user(rows, name) for name in coders)}.values())
    material = _material(rows, sources)
    if again:
        return _again(rows, people, material)
    given = shared_out(
        [one.length for one in material], [one.kind for one in material], len(people),
        overlap=overlap, readers=readers, seed=seed,
    )  # fmt: skip
    taken = tuple(Planned(one, who) for one, who in zip(material, given, strict=True))
    return RoundPlan(tuple(people), taken, overlap, readers, seed)


def _material(rows: Rows, names: Sequence[str] | None) -> list[Source]:
    if names is not None:
        found = [find_source(rows, name) for name in names]
        material = list({one.guid: one for one in found}.values())
    else:
        had = {one.source for one in rows.all(Assignment)}
        material = [
            one for one in rows.all(Source) if one.guid not in had and one.kind != "literature"
        ]
    if not material:
        raise InvalidInput(
            "nothing-to-read",
            say("There is no source that no round had yet."),
            say("Name the sources that are to be read."),
        )
    return material


def _again(rows: Rows, people: list[User], material: list[Source]) -> RoundPlan:
    coded = coded_pairs(rows, [one.guid for one in material])
    taken = [
        Planned(one, tuple(at for at, who in enumerate(people) if (who.guid, one.guid) in coded))
        for one in material
    ]
    found = tuple(one for one in taken if one.coders)
    if not people or not found:
        raise InvalidInput(
            "nothing-to-read",
            say("None of them coded any of these sources, so nothing can be read again."),
        )
    return RoundPlan(tuple(people), found, 0, 1, 0, again=True)
