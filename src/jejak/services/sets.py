"""Sets: named groups of sources, cases, codes or segments, listed or filled by a query."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..analysis.coders import of_coders
from ..analysis.query.evaluate import evaluate
from ..analysis.query.hits import Hits
from ..analysis.query.ownership import cases_of
from ..analysis.query.parse import parse
from ..errors import InvalidInput, JejakError
from ..model import KINDS, Link, Segment, Set, say
from ..model.corpus import Corpus
from ..model.identity import clean_name, name_key
from ..model.query import InSet
from ..store import Change, Rows, Store
from ..store.cascade import drop_bare_segments, remove_whole
from ..store.lookups import named, refuse_taken
from .set_names import follow_name
from .study_lookups import StudyLookups

__all__ = ["SET_OF", "SetCard", "Sets"]

SET_OF = ("source", "case", "code", "segment")
# From so many segments on, their GUIDs are read at once.
_MANY = 200


@dataclass(frozen=True, slots=True)
class SetCard:
    """A set and the GUIDs of what is in it, in the order they were put in or of the study.

    ``count`` is how much that is; a query may find words that nobody made a segment of, so that there
    is more than has a GUID. ``problem`` says why its query finds nothing any more, as when it asks
    for a code that is gone.
    """

    set: Set
    members: tuple[str, ...]
    count: int
    problem: str | None = None


class Sets:
    """The sets of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def all(self, of: str | None = None) -> list[Set]:
        """All sets, or those of a kind of thing, by their names."""
        wanted = self._store.all(Set) if of is None else self._store.all(Set, of=of)
        return sorted(wanted, key=lambda one: name_key(one.name))

    def get(self, name: str) -> Set:
        """The set of that name or GUID. Raises :class:`NotFound`."""
        with self._store.read() as rows:
            sets = rows.all(Set)
            by_guid = next((one for one in sets if one.guid == name.strip().lower()), None)
            return by_guid or named(sets, name, "set")

    def cards(
        self, sets: Sequence[Set] | None = None, coders: Sequence[str] | None = None
    ) -> list[SetCard]:
        """Sets (by default all) with what is in them; queries find the codings of these ``coders``
        (GUIDs) alone where they are given. Raises :class:`NotFound` for a coder who is not there."""
        with self._store.view() as rows:
            wanted = self.all() if sets is None else list(sets)
            corpus = of_coders(self._store.corpus(), coders)
            links = rows.among(Link, "owner", [one.guid for one in wanted])
            listed: dict[str, list[str]] = {}
            for link in sorted(links, key=lambda link: link.position):
                if link.role == "member":
                    listed.setdefault(link.owner, []).append(link.target)
            return [
                _listed_card(one, tuple(listed.get(one.guid, ())))
                if one.query is None
                else _found_card(rows, corpus, one)
                for one in wanted
            ]

    def members(self, group: Set) -> tuple[str, ...]:
        """The GUIDs of what is in a set now. Raises :class:`InvalidInput`, :class:`NotFound` where
        its query asks for what is no longer there."""
        if group.query is None:
            return self.cards([group])[0].members
        with self._store.view() as rows:
            return _filled(rows, self._store.corpus(), group)[0]

    def add(
        self,
        name: str,
        of: str = "source",
        *,
        query: str | None = None,
        members: Sequence[str] = (),
    ) -> Set:
        """A new set of things by their GUIDs, or of whatever a query finds at any time.

        Raises :class:`InvalidInput` (kind, query, members of another kind), :class:`Conflict`.
        """
        name = clean_name(name, "set")
        if of not in SET_OF:
            raise InvalidInput(
                "bad-set", f"A set is not of “{of}”.", f"Use one of: {', '.join(SET_OF)}."
            )
        if query is not None and members:
            raise InvalidInput("set-by-query", "A set has members of its own, or a query.")
        with self._store.write(say("Make the set “{set}”", set=name), self._user) as change:
            refuse_taken(change.rows.each(Set), name, "set")
            group = Set(name=name, of=of, query=query)
            corpus = None if query is None else self._store.corpus()
            change.add(group)
            if corpus is not None:
                _filled(change.rows, corpus, group)
            _put_in(change, group, members)
            return group

    def update(self, group: Set, *, name: str | None = None, query: str | None = None) -> Set:
        """Rename a set, or give it another query. Queries of sets, filters of displays and scopes
        of findings that ask for it follow its name. Raises :class:`InvalidInput` for a query where
        the set lists its members, :class:`Conflict`."""
        with self._store.write(say("Change the set “{set}”", set=group.name), self._user) as change:
            values: dict[str, object] = {}
            if name is not None:
                values["name"] = clean_name(name, "set")
                refuse_taken(change.rows.each(Set), str(values["name"]), "set", but=group.guid)
            if query is not None:
                if group.query is None:
                    raise _listed(group)
                values["query"] = query
            corpus = None if query is None else self._store.corpus()
            changed = change.set(group, **values)
            if corpus is not None:
                _filled(change.rows, corpus, changed)
            if changed.name != group.name:
                follow_name(change, group.name, changed.name)
            return changed

    def put(self, group: Set, add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        """Put things in and take others out, by GUID, in one change; what is there stays once.

        Raises :class:`InvalidInput` for a set that a query fills or things of another kind,
        :class:`NotFound`.
        """
        verbs = {
            (True, False): say("Put {n} into the set “{set}”", n=len(add), set=group.name),
            (False, True): say("Take {n} out of the set “{set}”", n=len(remove), set=group.name),
        }
        verb = verbs.get((bool(add), bool(remove)), say("Change the set “{set}”", set=group.name))
        with self._store.write(verb, self._user) as change:
            if group.query is not None:
                raise InvalidInput(
                    "set-by-query", f"A query fills the set “{group.name}”.",
                    "Nothing was changed. Change its query instead.",
                )  # fmt: skip
            _put_in(change, group, add)
            out = set(remove)
            links = change.rows.all(Link, role="member", owner=group.guid)
            going = [link for link in links if link.target in out]
            change.remove(*going)
            if group.of == Segment.KIND:
                drop_bare_segments(change, [link.target for link in going])

    def remove(self, group: Set) -> dict[str, int]:
        """Remove a set; what was in it stays. How many entities went, by kind."""
        with self._store.write(say("Remove the set “{set}”", set=group.name), self._user) as change:
            members = [k.target for k in change.rows.all(Link, role="member", owner=group.guid)]
            removed = remove_whole(change, Set.KIND, [group.guid])
            if group.of == Segment.KIND:
                drop_bare_segments(change, members)
            return removed


def _listed(group: Set) -> InvalidInput:
    return InvalidInput(
        "set-without-query", f"The set “{group.name}” lists its members; it has no query.",
        "Nothing was changed. Make a new set with the query.",
    )  # fmt: skip


def _listed_card(group: Set, members: tuple[str, ...]) -> SetCard:
    return SetCard(group, members, len(members))


def _found_card(rows: Rows, corpus: Corpus, group: Set) -> SetCard:
    try:
        members, count = _filled(rows, corpus, group)
    except JejakError as error:
        return SetCard(group, (), 0, str(error))
    return SetCard(group, members, count)


def _filled(rows: Rows, corpus: Corpus, group: Set) -> tuple[tuple[str, ...], int]:
    """What a query finds of the kind of the set, and how much that is."""
    # Asked by name, so that a query that leads back to its set is refused; then by itself.
    parsed = parse(group.query or "")
    lookups = StudyLookups(rows, corpus)
    evaluate(InSet(group.name), corpus, lookups)
    hits = evaluate(parsed, corpus, lookups)
    if group.of == "segment":
        return _segments(rows, corpus, hits), len(hits.segments())
    if group.of == "source":
        found = _each(hits.source.tolist(), corpus.sources.guid)
    elif group.of == "case":
        found = _each(cases_of(hits, corpus).tolist(), corpus.cases.guid)
    else:
        codes = corpus.codings.code[hits.coding[hits.coding >= 0]]
        found = _each(codes.tolist(), corpus.codes.guid)
    return found, len(found)


def _segments(rows: Rows, corpus: Corpus, hits: Hits) -> tuple[str, ...]:
    keys = dict.fromkeys(corpus.codings.segment[hits.coding[hits.coding >= 0]].tolist())
    if len(keys) > _MANY:
        known = rows.guids_of(Segment.KIND)
        return tuple(known[key] for key in keys if key in known)
    found = (rows.guid_of(Segment.KIND, key) for key in keys)
    return tuple(guid for guid in found if guid is not None)


def _each(numbers: Iterable[int], guids: Sequence[str]) -> tuple[str, ...]:
    return tuple(guids[number] for number in sorted({n for n in numbers if n >= 0}))


def _put_in(change: Change, group: Set, members: Sequence[str]) -> None:
    links = change.rows.all(Link, role="member", owner=group.guid)
    there = {link.target for link in links}
    last = max((link.position for link in links), default=0)
    fresh = [guid for guid in dict.fromkeys(members) if guid not in there]
    known = {one.guid for one in change.rows.among(KINDS[group.of], "guid", fresh)}
    for guid in fresh:
        if guid not in known:
            raise InvalidInput(
                "not-its-kind", f"The set “{group.name}” is of {group.of}s, and {guid} is none.",
                "Nothing was changed.",
            )  # fmt: skip
    change.add_many(
        Link(
            role="member", owner_kind="set", owner=group.guid, target_kind=group.of, target=guid,
            position=last + number,
        )
        for number, guid in enumerate(fresh, 1)
    )  # fmt: skip
