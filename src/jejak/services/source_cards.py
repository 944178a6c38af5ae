"""All that hangs on one source: its stretches, who speaks in it, its codes and memos."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..model import Block, Case, Link, Memo, Source, Speaker
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..store import Rows, Store
from ..store.cascade import dependents

__all__ = ["CodeUse", "SourceCard", "SpeakerUse", "source_card"]


@dataclass(frozen=True, slots=True)
class SpeakerUse:
    """A speaker, how often they speak, and the case (GUID, name) whose words these are."""

    name: str
    turns: int
    case: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class CodeUse:
    """A code by GUID, path and colour, and how often it is used in the source."""

    guid: str
    path: str
    colour: str
    codings: int


@dataclass(frozen=True, slots=True)
class SourceCard:
    """What hangs on a source: ``blocks`` by kind, how many of them have a time of a recording
    (``timed``), ``memos`` as (GUID, title), and in ``going`` how many of each kind would go with it."""

    blocks: Mapping[str, int]
    speakers: tuple[SpeakerUse, ...]
    codes: tuple[CodeUse, ...]
    memos: tuple[tuple[str, str], ...]
    going: Mapping[str, int]
    timed: int


def source_card(store: Store, guid: str) -> SourceCard:
    """The card of a source. Raises :class:`NotFound`."""
    with store.view() as rows:
        source = rows.get(Source, guid)
        blocks = list(rows.fields(Block, ("kind", "speaker", "begin"), ("source", [guid])))
        going = dependents(rows, Source.KIND, [guid])
        return SourceCard(
            Counter(kind for kind, *_ in blocks),
            _speakers(rows, source, Counter(name for _, name, _ in blocks if name)),
            _codes(store.corpus(), guid),
            _memos(rows, guid),
            {kind: len(all_) for kind, all_ in going.items() if kind != Source.KIND},
            sum(begin is not None for *_, begin in blocks),
        )


def _speakers(rows: Rows, source: Source, turns: Counter[str]) -> tuple[SpeakerUse, ...]:
    everywhere = rows.all(Speaker, source=None)
    here = rows.all(Speaker, source=source.guid)
    # What is said of this source goes before what is said of all.
    tied = {name_key(one.name): one.case for one in (*everywhere, *here)}
    names = {case.guid: case.name for case in rows.among(Case, "guid", tied.values())}
    found = []
    for name, count in turns.most_common():
        case = tied.get(name_key(name))
        found.append(SpeakerUse(name, count, (case, names[case]) if case else None))
    return tuple(found)


def _codes(corpus: Corpus, guid: str) -> tuple[CodeUse, ...]:
    if guid not in corpus.sources.guid:
        return ()
    own = corpus.codings.source == corpus.sources.guid.index(guid)
    counts = np.bincount(corpus.codings.code[own], minlength=len(corpus.codes.guid))
    most_first = np.argsort(-counts, kind="stable").tolist()
    return tuple(
        CodeUse(
            corpus.codes.guid[one],
            corpus.codes.path[one],
            corpus.codes.colour[one],
            int(counts[one]),
        )
        for one in most_first
        if counts[one]
    )


def _memos(rows: Rows, guid: str) -> tuple[tuple[str, str], ...]:
    links = [one.owner for one in rows.all(Link, role="memo", target=guid)]
    return tuple((memo.guid, memo.title) for memo in rows.among(Memo, "guid", links))
