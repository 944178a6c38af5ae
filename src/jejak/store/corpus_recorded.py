"""What of the texts was said when in recordings, as columns."""

from __future__ import annotations

import numpy as np
from sqlalchemy import Connection

from ..model.codec import guid_text
from ..model.corpus import Corpus
from ..model.happenings import RecordedColumns
from .corpus_load import Keys, place
from .whole_columns import whole_columns

__all__ = ["load_recorded", "load_wordless"]

_TIMED = (
    ("source_id", "i"),
    ("start", "i"),
    ('"end"', "i"),
    ("begin", "i"),
    ("ifnull(finish, -1)", "i"),
)
_OF = """(SELECT * FROM block WHERE begin IS NOT NULL AND kind <> 'page'
ORDER BY source_id, start, begin)"""
_WORDLESS = """
SELECT u.guid, count(*) FROM segment s JOIN coding c ON c.segment_id = s.id
JOIN user u ON u.id = c.user_id
WHERE s.anchor = 'time' AND s.lost IS NULL
AND s.source_id IN (SELECT id FROM source WHERE medium IN ('audio', 'video'))
GROUP BY u.id
"""


def load_recorded(conn: Connection, corpus: Corpus) -> RecordedColumns:
    """The stretches of text with a time.

    A block that does not say when it ends lasts until the next one with a time begins, and what stands
    between the two is said in it. The last one of a source, and what would end before it begins, has
    no length and is not among them.
    """
    keys, guids = whole_columns(conn, (("id", "i"), ("guid", "u")), "source NOT INDEXED")
    row = {guid: at for at, guid in enumerate(corpus.sources.guid)}
    rows = np.array([row.get(guid, -1) for guid in guids], np.int64)
    found, start, end, begin, finish = whole_columns(conn, _TIMED, _OF)
    source = np.append(rows, -1)[place(found, keys)]
    end, finish = _ended(source, start, end, begin, finish)
    kept = np.flatnonzero((source >= 0) & (end > start) & (finish > begin))
    order = kept[np.lexsort((start[kept], source[kept]))]
    where = [one[order].astype(np.int32) for one in (source, start, end)]
    return RecordedColumns(
        source=where[0],
        start=where[1],
        end=where[2],
        begin=begin[order],
        finish=finish[order],
        wordless=np.empty(0, np.int64),
    )


def _ended(source: Keys, start: Keys, end: Keys, begin: Keys, finish: Keys) -> tuple[Keys, Keys]:
    """Where each block and its time end, in the order of sources and places."""
    if not len(source):
        return end, finish
    open_ = finish < begin
    followed = np.append(source[1:] == source[:-1], False)
    after, then = np.append(start[1:], 0), np.append(begin[1:], -1)
    return (
        np.where(open_ & followed, after, end),
        np.where(open_, np.where(followed, then, -1), finish),
    )


def load_wordless(conn: Connection, corpus: Corpus) -> Keys:
    """How many codings each user has on recordings themselves, which are on no words."""
    row = {guid: at for at, guid in enumerate(corpus.users.guid)}
    found = np.zeros(len(row), np.int64)
    for guid, many in conn.exec_driver_sql(_WORDLESS):
        if (at := row.get(guid_text(guid))) is not None:
            found[at] = many
    return found
