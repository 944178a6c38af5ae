"""Who read which source: by what they coded, by the history, or as it is stated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from ..analysis.agreement.coded_texts import readers
from ..analysis.spans import Bools
from ..errors import NotFound
from ..model import Source
from ..model.codec import guid_text
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..store import Rows, history
from ..store.lookups import near_names

__all__ = [
    "EVERYTHING", "by_status", "coder_rows", "read_by", "source_rows", "who_read", "worked_on",
]  # fmt: skip

EVERYTHING = "*"
_WORKED_ON = ("in progress", "coded")


def read_by(
    rows: Rows, corpus: Corpus, counted: Bools, stated: Mapping[str, Sequence[str]]
) -> Bools:
    """By user and source, who read what: whoever coded in it, and whoever said, by its status, that it
    is being coded or is coded. ``stated`` takes the place of that for some coders: sources by name, or
    :data:`EVERYTHING`; what they coded they read all the same. Raises :class:`NotFound`."""
    found = readers(corpus, counted)
    told = by_status(rows, corpus)
    for name, sources in stated.items():
        (row,) = coder_rows(corpus, [name])
        told[row] = False
        told[row, source_rows(corpus, sources)] = True
    return found | told


def by_status(rows: Rows, corpus: Corpus) -> Bools:
    """By user and source, who said by its status that it is being coded or is coded."""
    who = {guid: row for row, guid in enumerate(corpus.users.guid)}
    what = {guid: row for row, guid in enumerate(corpus.sources.guid)}
    found = np.zeros((len(who), len(what)), bool)
    for user, source in worked_on(rows):
        if user in who and source in what:
            found[who[user], what[source]] = True
    return found


def worked_on(rows: Rows, since: int | None = None) -> Iterator[tuple[str, str]]:
    """Who (GUID) said, by its status, that a source (GUID) is being coded or is coded; ``since`` (ms
    since 1970) or ever."""
    for entry in history.entries(rows.conn, kind=Source.KIND, since=since):
        if entry.undone or entry.undoes:
            continue
        for group in history.payload_of(rows.conn, entry.redoes or entry.seq):
            if group.kind == Source.KIND and group.op == "set" and "status" in group.fields:
                column = group.fields.index("status")
                if len(group.before) <= column:  # in a copy of an earlier version of the program
                    continue
                for guid, before, after in zip(
                    group.guids, group.before[column], group.after[column], strict=True
                ):
                    if after in _WORKED_ON and after != before:
                        yield entry.user, guid_text(guid)


def coder_rows(corpus: Corpus, names: Sequence[str]) -> list[int]:
    """The rows of coders by name or GUID, each once. Raises :class:`NotFound`."""
    users = corpus.users
    place = {name_key(name): row for row, name in enumerate(users.name)}
    place |= {guid: row for row, guid in enumerate(users.guid)}
    found = []
    for name in names:
        row = place.get(name, place.get(name_key(name)))
        if row is None:
            raise NotFound(
                "no-such-user", f"There is no user “{name}”.", near_names(name, users.name)
            )
        found.append(row)
    return list(dict.fromkeys(found))


def who_read(
    corpus: Corpus, read: Bools, machines: Sequence[int], names: Sequence[str] | None
) -> list[int]:
    """The rows of coders by name, or of everybody who read anything, without the ``machines``. Raises
    :class:`NotFound`."""
    if names is not None:
        return coder_rows(corpus, names)
    return [row for row in np.flatnonzero(read.any(1)).tolist() if row not in machines]


def source_rows(corpus: Corpus, names: Sequence[str]) -> list[int]:
    """The rows of sources by name or GUID; of all for :data:`EVERYTHING`. Raises :class:`NotFound`."""
    sources = corpus.sources
    if list(names) == [EVERYTHING]:
        return list(range(len(sources.guid)))
    place = {name_key(name): row for row, name in enumerate(sources.name)}
    place |= {guid: row for row, guid in enumerate(sources.guid)}
    found = []
    for name in names:
        row = place.get(name, place.get(name_key(name)))
        if row is None:
            raise NotFound(
                "no-such-source", f"There is no source “{name}”.", near_names(name, sources.name)
            )
        found.append(row)
    return found
