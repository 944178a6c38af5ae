"""The passages from which an event, a rating or what is on record is known: tied to it, taken from
it, told of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..errors import InvalidInput
from ..model import Coding, Link, Record, Segment
from ..model.event import EVIDENCE
from ..store import Change, Rows
from ..store.cascade import remove_whole
from ..store.lookups import find_source
from ..store.segments import segment_at
from .things import Thing, things

__all__ = ["Shown", "evidence_of", "tie_evidence", "untie_evidence"]

# A segment or a coding by GUID, or a stretch of a source by its name or GUID.
Shown = str | tuple[str, int, int]


def tie_evidence(change: Change, owner: Record, shown: Iterable[Shown]) -> list[str]:
    """Tie passages to an event, rating or record, each once; the GUIDs of the segments that are new to it.

    Raises :class:`NotFound`, :class:`InvalidInput` for an empty stretch or words that are gone.
    """
    links = change.rows.all(Link, role=EVIDENCE, owner=owner.guid)
    there, new = {link.target for link in links}, []
    for one in shown:
        segment = _segment(change, one)
        if segment not in there:
            there.add(segment)
            new.append(segment)
    change.add_many(
        Link(
            role=EVIDENCE, owner_kind=owner.KIND, owner=owner.guid, target_kind=Segment.KIND,
            target=segment, position=len(links) + place,
        )
        for place, segment in enumerate(new)
    )  # fmt: skip
    return new


def _segment(change: Change, shown: Shown) -> str:
    if isinstance(shown, tuple):
        source, start, end = shown
        return segment_at(change, find_source(change.rows, source), start, end).guid
    coding = change.rows.find(Coding, shown)
    segment = change.rows.get(Segment, shown if coding is None else coding.segment)
    if segment.lost is not None:
        raise InvalidInput("lost-segment", "The words of this segment are no longer there.")
    return segment.guid


def untie_evidence(change: Change, owner: Record, segments: Sequence[str]) -> int:
    """Take passages from an event, rating or record; their codings stay. How many there were."""
    links = change.rows.all(Link, role=EVIDENCE, owner=owner.guid)
    going = [link.guid for link in links if link.target in set(segments)]
    remove_whole(change, Link.KIND, going)
    return len(going)


def evidence_of(rows: Rows, owners: Iterable[str]) -> dict[str, tuple[Thing, ...]]:
    """The passages of events, ratings or records, by the GUID of these, in their order."""
    links = [link for link in rows.among(Link, "owner", owners) if link.role == EVIDENCE]
    links.sort(key=lambda link: link.position)
    told = things(rows, [(Segment.KIND, link.target) for link in links])
    found: defaultdict[str, list[Thing]] = defaultdict(list)
    for link in links:
        if link.target in told:
            found[link.owner].append(told[link.target])
    return {owner: tuple(many) for owner, many in found.items()}
