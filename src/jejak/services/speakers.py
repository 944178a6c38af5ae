"""Speakers: every name that somebody talks under, and whose words these are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ..model import Case, Message, Source, Speaker, say
from ..model.corpus import Corpus
from ..model.identity import clean_name, name_key
from ..store import Change, Rows, Store

__all__ = ["SpeakerPlace", "SpeakerRow", "Speakers"]


@dataclass(frozen=True, slots=True)
class SpeakerPlace:
    """A name in one source: how many turns and characters, whose words these are (case GUID), and
    whether that was said for this source alone (``own``)."""

    source: str
    name: str
    turns: int
    characters: int
    case: str | None
    own: bool


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A name in all sources. ``case`` is whose words it is wherever nothing else is said,
    ``suggested`` a case of the same name (GUIDs); ``untied`` counts the sources where it is
    nobody's."""

    name: str
    turns: int
    characters: int
    case: str | None
    suggested: str | None
    untied: int
    places: tuple[SpeakerPlace, ...]


class Speakers:
    """The speakers of a study's material."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def all(self) -> list[SpeakerRow]:
        """Every name, those that are nobody's first, then by how much they say."""
        with self._store.view() as rows:
            corpus = self._store.corpus()
            places = _places(corpus, _local(rows))
            everywhere = {name_key(one.name): one.case for one in rows.all(Speaker, source=None)}
            cases = {name_key(case.name): case.guid for case in rows.each(Case)}
        found = [
            SpeakerRow(
                name=name,
                turns=sum(one.turns for one in where),
                characters=sum(one.characters for one in where),
                case=everywhere.get(name_key(name)),
                suggested=cases.get(name_key(name)),
                untied=sum(one.case is None for one in where),
                places=tuple(where),
            )
            for name, where in places.items()
        ]
        return sorted(found, key=lambda one: (not one.untied, -one.turns, name_key(one.name)))

    def tie(self, ties: Sequence[tuple[str, str | None, str | None]]) -> int:
        """Say whose words they are: (speaker's name, source or ``None`` for all, case or ``None``
        for nobody's), cases and sources by GUID, as one change; how many ties are other than before.

        Raises :class:`NotFound`, :class:`InvalidInput`.
        """
        verb = say("Tie {n} speakers to cases", n=len(ties))
        with self._store.write(verb, self._user) as change:
            if len(ties) == 1:
                change.retell(_tie_verb(change.rows, *ties[0]))
            return sum(_tie(change, *tie) for tie in ties)

    def make_cases(self, names: Iterable[str], kind: str = "person") -> list[Case]:
        """A case for each of these speakers, tied to it in all sources, as one change.

        A case of that name that is there is used. Raises :class:`InvalidInput`.
        """
        wanted = {name_key(name): clean_name(name, "speaker") for name in names}
        verb = say("Make {n} cases from speakers", n=len(wanted))
        with self._store.write(verb, self._user) as change:
            if len(wanted) == 1:
                change.retell(say("Make the case “{case}”", case=next(iter(wanted.values()))))
            there = {name_key(case.name): case for case in change.rows.each(Case)}
            new = {
                key: Case(name=name, kind=kind) for key, name in wanted.items() if key not in there
            }
            change.add_many(new.values())
            found = [(there | new)[key] for key in wanted]
            for case, name in zip(found, wanted.values(), strict=True):
                _tie(change, name, None, case.guid)
            return found


def _tie_verb(rows: Rows, name: str, _source: str | None, case: str | None) -> Message:
    if case is None:
        return say("Say that “{speaker}” is nobody's case", speaker=name)
    return say(
        "Tie the speaker “{speaker}” to “{case}”", speaker=name, case=rows.get(Case, case).name
    )


def _tie(change: Change, name: str, source: str | None, case: str | None) -> bool:
    name = clean_name(name, "speaker")
    if source is not None:
        change.rows.get(Source, source)
    there = [
        one
        for one in change.rows.all(Speaker, source=source)
        if name_key(one.name) == name_key(name)
    ]
    if case is None:
        change.remove(*there)
        return bool(there)
    change.rows.get(Case, case)
    if not there:
        change.add(Speaker(name=name, case=case, source=source))
        return True
    change.remove(*there[1:])
    if there[0].case == case:
        return len(there) > 1
    change.set(there[0], case=case)
    return True


def _local(rows: Rows) -> set[tuple[str, str]]:
    """(source, name) of ties that are said for one source alone."""
    return {(one.source, name_key(one.name)) for one in rows.each(Speaker) if one.source}


def _places(corpus: Corpus, local: set[tuple[str, str]]) -> dict[str, list[SpeakerPlace]]:
    blocks = corpus.blocks
    said = np.flatnonzero(blocks.speaker >= 0)
    many = len(blocks.speakers) or 1
    pairs, first, inverse, turns = np.unique(
        blocks.source[said].astype(np.int64) * many + blocks.speaker[said],
        return_index=True, return_inverse=True, return_counts=True,
    )  # fmt: skip
    lengths = np.bincount(inverse, blocks.end[said] - blocks.start[said], minlength=len(pairs))
    found: dict[str, list[SpeakerPlace]] = defaultdict(list)
    for number, pair in enumerate(pairs.tolist()):
        source, speaker = divmod(pair, many)
        guid, name = corpus.sources.guid[source], blocks.speakers[speaker]
        case = int(blocks.case[said[first[number]]])
        found[name].append(
            SpeakerPlace(
                source=guid,
                name=corpus.sources.name[source],
                turns=int(turns[number]),
                characters=int(lengths[number]),
                case=corpus.cases.guid[case] if case >= 0 else None,
                own=(guid, name_key(name)) in local,
            )
        )
    return found
