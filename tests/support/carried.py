"""A study carried into a new one: its history and its entities, as files carry them."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from jejak.model import KINDS, Record, Source, User
from jejak.model.parcel import Batch, Original
from jejak.store import Store
from jejak.store.history_lines import former_contents, history_lines
from jejak.store.originals import load_original
from jejak.store.restoring import Restored, restore

__all__ = ["SOMEBODY", "carried"]

SOMEBODY = User(name="Takes it in")
Lines = list[Mapping[str, object]]


def carried(
    store: Store,
    path: Path,
    *,
    user: User = SOMEBODY,
    told: Callable[[Lines], Lines] = lambda lines: lines,
    records: Callable[[list[Record]], list[Record]] = lambda records: records,
    texts: tuple[str, ...] = (),
    former: bool = True,
) -> tuple[Store, Restored]:
    """A new study of the history (``told`` may change its lines) and the entities (``records`` may
    change them) of another; without its ``former`` texts if so asked."""
    with store.read() as rows:
        lines = told(json.loads(json.dumps(list(history_lines(rows)))))
        entities = records([one for kind in KINDS.values() for one in rows.each(kind)])
        of_now = {one.text for one in rows.each(Source)}
        earlier, files = former_contents(rows.conn)
        named = {one.original for one in rows.each(Source) if one.original} | set(files)
        kept = [rows.text(digest) for digest in [*of_now, *(earlier if former else ())]]
        contents = {digest: load_original(rows.conn, digest) for digest in named}
    originals = [
        Original(digest, len(body), lambda body=body: io.BytesIO(body))  # type: ignore[misc]
        for digest, body in contents.items()
    ]
    new = Store.create(path)
    # The batches are gone through once.
    batches = iter([Batch((), (*kept, *texts), originals), Batch(entities)])
    return new, restore(new, lambda: iter(lines), batches, user)
