"""Relations of the analyst's own between codes and between cases: what is part of, leads to or knows
what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..analysis.coders import of_coders
from ..errors import InvalidInput, NotFound
from ..model import KINDS, Case, Code, Relation, say
from ..model.identity import clean_name
from ..store import Change, Rows, Store
from ..store.cascade import remove_whole
from .network_between import Mediator, codes_between
from .things import Thing, things

__all__ = ["RELATED", "RelationCard", "Relations"]

# What they tie; those of events, states and findings are these things' own.
RELATED = frozenset({Code.KIND, Case.KIND})


@dataclass(frozen=True, slots=True)
class RelationCard:
    """A relation with what stands at its ends."""

    relation: Relation
    origin: Thing
    target: Thing


class Relations:
    """The relations between codes and cases of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def get(self, guid: str) -> Relation:
        """A relation by its GUID. Raises :class:`NotFound`, also for one of other things."""
        return _own(self._store.get(Relation, guid))

    def all(self, of: str | None = None) -> list[Relation]:
        """All relations, or those from and to a code or case (GUID), by type."""
        with self._store.read() as rows:
            return _relations(rows, of)

    def cards(self, of: str | None = None) -> list[RelationCard]:
        """The same with what stands at their ends."""
        with self._store.view() as rows:
            found = _relations(rows, of)
            ends = [(one.origin_kind, one.origin) for one in found]
            told = things(rows, [*ends, *((one.target_kind, one.target) for one in found)])
            return [RelationCard(one, told[one.origin], told[one.target]) for one in found]

    def types(self) -> list[str]:
        """The types that relations have, each once."""
        return sorted({one.type for one in self.all()}, key=str.casefold)

    def add(
        self, origin: tuple[str, str], type: str, target: tuple[str, str], memo: str = ""
    ) -> Relation:
        """Say what one code or case is to another, each as (*code* or *case*, GUID); said again, the
        reason is written anew. Raises :class:`InvalidInput`, :class:`NotFound`."""
        if not {origin[0], target[0]} <= RELATED or origin == target:
            raise InvalidInput("bad-relation", "A relation ties a code or case to another one.")
        with self._store.write(say("Relate two things"), self._user) as change:
            for kind, guid in (origin, target):
                change.rows.get(KINDS[kind], guid)
            told = things(change.rows, [origin, target])
            one, other = (told[guid].label for _, guid in (origin, target))
            change.retell(say("Relate “{one}” to “{other}”", one=one, other=other))
            there = _same(change, origin[1], clean_name(type, Relation.KIND), target[1])
            if there is not None:
                return change.set(there, memo=memo.strip())
            relation = Relation(
                type=clean_name(type, Relation.KIND), origin_kind=origin[0], origin=origin[1],
                target_kind=target[0], target=target[1], memo=memo.strip(),
            )  # fmt: skip
            change.add(relation)
            return relation

    def update(
        self, relation: Relation, *, type: str | None = None, memo: str | None = None
    ) -> Relation:
        """Change a relation's type or reason.

        Raises :class:`InvalidInput`, also where the two are tied in that way already.
        """
        kept: dict[str, str] = {}
        if type is not None:
            kept["type"] = clean_name(type, Relation.KIND)
        if memo is not None:
            kept["memo"] = memo.strip()
        with self._store.write(say("Change a relation"), self._user) as change:
            if "type" in kept:
                there = _same(change, relation.origin, kept["type"], relation.target)
                if there is not None and there.guid != relation.guid:
                    raise InvalidInput("same-relation", "These two are tied in that way already.")
            return change.set(relation, **kept)

    def mediators(
        self, relation: Relation, *, authors: Sequence[str] | None = None
    ) -> list[Mediator]:
        """Codes that may stand between the two codes of a relation: those that meet both, the likeliest
        first; none between cases."""
        if {relation.origin_kind, relation.target_kind} != {Code.KIND}:
            return []
        corpus = of_coders(self._store.corpus(), authors)
        return codes_between(corpus, relation.origin, relation.target)

    def put_between(self, relation: Relation, middle: tuple[str, str]) -> list[Relation]:
        """Put a code or case, as (*code* or *case*, GUID), between the two of a relation, in one step: it
        becomes two of its type, with its reason; one that is there already keeps its own beside it.

        Raises :class:`InvalidInput` for one of the two themselves, :class:`NotFound`.
        """
        ends = (relation.origin_kind, relation.origin), (relation.target_kind, relation.target)
        if middle[0] not in RELATED:
            raise InvalidInput("bad-relation", "A relation ties a code or case to another one.")
        with self._store.write(say("Put something between two others"), self._user) as change:
            change.rows.get(KINDS[middle[0]], middle[1])
            told = things(change.rows, [*ends, middle])
            label, one, other = (told[guid].label for _, guid in (middle, *ends))
            if middle in ends:
                raise InvalidInput("between-itself", f"“{label}” is one of the two already.")
            change.retell(
                say(
                    "Put “{label}” between “{origin}” and “{target}”",
                    label=label, origin=one, target=other,
                )
            )  # fmt: skip
            halves = [
                _half(change, relation, *pair) for pair in pairwise((ends[0], middle, ends[1]))
            ]
            remove_whole(change, Relation.KIND, [relation.guid])
            return halves

    def remove(self, relations: Sequence[Relation]) -> dict[str, int]:
        """Remove relations; what they tied stays. How many entities went, by kind."""
        verb = say("Remove {n} relation|Remove {n} relations", n=len(relations))
        with self._store.write(verb, self._user) as change:
            return remove_whole(change, Relation.KIND, [_own(one).guid for one in relations])


def _is_own(relation: Relation) -> bool:
    return {relation.origin_kind, relation.target_kind} <= RELATED


def _own(relation: Relation) -> Relation:
    if not _is_own(relation):
        raise NotFound("no-such-relation", "This relation is neither of codes nor of cases.")
    return relation


def _relations(rows: Rows, of: str | None) -> list[Relation]:
    if of is None:
        found = rows.all(Relation)
    else:
        onwards = rows.all(Relation, origin=of)
        found = [*onwards, *(one for one in rows.all(Relation, target=of) if one.origin != of)]
    return sorted(filter(_is_own, found), key=lambda one: one.type.casefold())


def _half(
    change: Change, whole: Relation, origin: tuple[str, str], target: tuple[str, str]
) -> Relation:
    there = _same(change, origin[1], whole.type, target[1])
    if there is None:
        half = Relation(
            type=whole.type, origin_kind=origin[0], origin=origin[1], target_kind=target[0],
            target=target[1], memo=whole.memo,
        )  # fmt: skip
        change.add(half)
        return half
    reasons = dict.fromkeys(one for one in (there.memo, whole.memo) if one)
    return change.set(there, memo="\n\n".join(reasons))


def _same(change: Change, origin: str, type: str, target: str) -> Relation | None:
    return change.rows.first(Relation, type=type, origin=origin, target=target)
