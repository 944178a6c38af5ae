"""The settled disagreements of a study as columns are put together from them."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection

from ..model import Code, Segment, Settlement, Source, User, Version
from ..model.settlement import SettledPlace, Stood
from .rows import Rows

__all__ = ["RESTS_ON", "load_settled"]

# A change of anything else leaves them as they are.
RESTS_ON = frozenset(
    {Settlement.KIND, Version.KIND, Segment.KIND, Source.KIND, Code.KIND, User.KIND}
)


def load_settled(conn: Connection) -> tuple[SettledPlace, ...]:
    """What was settled, the earliest first; places whose words are gone are left out."""
    rows = Rows(conn)
    settled = rows.all(Settlement)
    if not settled:
        return ()
    versions: dict[str, list[Version]] = defaultdict(list)
    for version in rows.all(Version):
        versions[version.settlement].append(version)
    wanted = [one.segment for one in settled]
    wanted += [one.segment for many in versions.values() for one in many if one.segment]
    there = {one.guid: one for one in rows.among(Segment, "guid", wanted) if one.lost is None}
    return tuple(_place(one, versions[one.guid], there) for one in settled if one.segment in there)


def _place(one: Settlement, versions: list[Version], there: dict[str, Segment]) -> SettledPlace:
    segment = there[one.segment]
    stood = (
        Stood(v.coder, there[v.segment].start, there[v.segment].end, v.origin, v.weight, v.made)
        for v in versions
        if v.segment in there
    )
    return SettledPlace(
        one.code, segment.source, segment.start, segment.end,
        tuple(dict.fromkeys(v.coder for v in versions)), tuple(stood),
    )  # fmt: skip
