from __future__ import annotations

import json
from pathlib import Path

from jejak.formats.table_in import parse_rows
from jejak.model import Coding, Memo, User
from support.studies import TALK, small_study


def test_what_the_interface_gives_is_placed(tmp_path: Path) -> None:
    start = TALK.index("namanya") + 1  # the sign before it takes two places there
    rows = [
        {
            "id": "x", "user": "acct:sari@hypothes.is", "uri": "https://blog.id/2020/s-01/", "text": "nah",
            "tags": ["Murah", "Anonim"], "document": {"title": ["S-01"]},
            "target": [{"source": "https://blog.id/2020/s-01/", "selector": [
                {"type": "RangeSelector", "startContainer": "/div[1]", "startOffset": 3},
                {"type": "TextPositionSelector", "start": start, "end": start + 7},
                {"type": "TextQuoteSelector", "exact": "namanya", "prefix": "lain", "suffix": "lain"}]}],
        },
        {"id": "y", "user": "acct:b@x", "uri": "https://entah.id", "tags": ["Murah"], "target": [{}]},
    ]  # fmt: skip
    found = parse_rows("h.json", json.dumps({"rows": rows, "total": 2}).encode(), "x")
    with small_study(tmp_path) as study:
        before = {one.guid for one in study.store.all(Coding)}
        told = study.batch_coding.apply(found, partial=True)
        new = [one for one in study.store.all(Coding) if one.guid not in before]
        assert (told.applied, [(one.row, one.code) for one in told.problems]) == (
            2,
            [(3, "no-such-source")],
        )
        assert told.moved == ()
        assert len(new) == 2
        assert "sari" in {one.name for one in study.store.all(User)}
        assert [one.body for one in study.store.all(Memo)] == ["nah", "nah"]
