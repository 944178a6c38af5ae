"""What may be said of boxes and arrows: checked before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..displays import DISPLAYS, DisplayKind, kind_of
from ..errors import Conflict, InvalidInput, NotFound
from ..model import KINDS, Display, Link, NetworkEdge, NetworkNode, Segment, Source
from ..model.identity import clean_name
from ..model.network import ABOUT, EVIDENCE, LEVELS, NODE_KINDS, SIGNS, STRENGTHS
from ..store import Change
from ..store.segments import segment_at

__all__ = ["ABOUT_KINDS", "MOST_BOXES", "about", "check_ends", "checked", "clean_label", "drawn_kind",
           "ground", "refuse_full"]  # fmt: skip

# More than this nobody can read, nor a browser draw.
MOST_BOXES = 2_000
_FARTHEST = 1_000_000
# What a box may stand for.
ABOUT_KINDS = (
    "code", "case", "attribute", "source", "event", "state", "finding", "reference",
)  # fmt: skip


def drawn_kind(display: Display) -> DisplayKind:
    """The kind of a display that is drawn by hand. Raises :class:`InvalidInput` for another."""
    kind = kind_of(display.kind) if display.kind in DISPLAYS.names() else None
    if kind is None or not kind.drawn:
        raise InvalidInput(
            "not-drawn-by-hand",
            f"In the display “{display.name}” nothing is drawn by hand.",
            f"Save one of: {', '.join(n for n, one in DISPLAYS.all().items() if one.drawn)}.",
        )
    return kind


def checked(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of a box or arrow as they will be kept. Raises :class:`InvalidInput`."""
    kept = dict(values)
    for name, possible in _ONE_OF.items():
        if name in kept and kept[name] not in possible:
            raise InvalidInput(
                f"unknown-{name}",
                f"“{kept[name]}” is no {name} of a box or arrow.",
                f"Use one of: {', '.join(str(one) for one in possible if one)}.",
            )
    for name in ("x", "y"):
        if name in kept:
            kept[name] = max(-_FARTHEST, min(_FARTHEST, round(kept[name])))
    for name in ("note", "test"):
        if name in kept:
            kept[name] = kept[name].strip()
    return kept


_ONE_OF: Mapping[str, Sequence[object]] = {
    "kind": NODE_KINDS, "level": (*LEVELS, None), "sign": SIGNS, "strength": (*STRENGTHS, None),
}  # fmt: skip


def refuse_full(change: Change, display: Display, more: int = 1) -> None:
    """Raise :class:`InvalidInput` where a network would have more boxes than anybody can read."""
    if change.rows.count(NetworkNode, display=display.guid) + more > MOST_BOXES:
        raise InvalidInput(
            "too-many-boxes", f"A network has at most {MOST_BOXES} boxes.", "Nothing was drawn."
        )


def about(change: Change, node: NetworkNode, kind: str | None, guid: str | None) -> None:
    """Say what a box stands for, or (``None``) that it stands for nothing but itself.

    Raises :class:`InvalidInput`, :class:`NotFound`.
    """
    there = change.rows.all(Link, role=ABOUT, owner=node.guid)
    if len(there) == 1 and there[0].target == guid:
        return
    change.remove(*there)
    if guid is None:
        return
    if kind not in ABOUT_KINDS:
        raise InvalidInput(
            "unknown-about",
            f"A box cannot stand for a {kind}.",
            f"Use one of: {', '.join(ABOUT_KINDS)}.",
        )
    change.rows.get(KINDS[kind], guid)
    change.add(
        Link(role=ABOUT, owner_kind=node.KIND, owner=node.guid, target_kind=kind, target=guid)
    )


def clean_label(label: str, what: str) -> str:
    """A label on one line; an arrow needs none."""
    return clean_name(label, what) if label.strip() or what == "box" else ""


def check_ends(change: Change, edge: NetworkEdge) -> None:
    """Raise :class:`InvalidInput` for an arrow that leads back to its own box, or into another
    display, :class:`Conflict` where this person drew one between the same boxes already."""
    if edge.origin == edge.target:
        raise InvalidInput("arrow-to-itself", "An arrow leads from one box to another.")
    for end in (edge.origin, edge.target):
        if change.rows.get(NetworkNode, end).display != edge.display:
            raise NotFound("no-such-node", f"There is no box {end} in this display.")
    there = change.rows.all(NetworkEdge, origin=edge.origin, target=edge.target, user=edge.user)
    if any(one.guid != edge.guid for one in there):
        raise Conflict(
            "arrow-there",
            "There is an arrow between these boxes already.",
            "Change that one instead: its sign may be mixed.",
        )


def ground(
    change: Change,
    owner: NetworkNode | NetworkEdge,
    segment: str | None,
    place: tuple[Source, int, int] | None,
) -> Link:
    """Let a box or arrow rest on a segment, or on a stretch of a source that becomes one.

    Raises :class:`InvalidInput` (nothing given, or its words are gone), :class:`Conflict` where it
    rests on it already.
    """
    if (segment is None) == (place is None):
        raise InvalidInput(
            "no-evidence", "Evidence is a segment, or a stretch of a source from start to end."
        )
    found = segment_at(change, *place) if place else change.rows.get(Segment, segment or "")
    if found.lost is not None:
        raise InvalidInput("lost-segment", "The words of this segment are no longer there.")
    links = change.rows.all(Link, role=EVIDENCE, owner=owner.guid)
    if any(link.target == found.guid for link in links):
        raise Conflict("already-evidence", "It rests on this segment already.")
    link = Link(
        role=EVIDENCE, owner_kind=owner.KIND, owner=owner.guid, target_kind=Segment.KIND,
        target=found.guid, position=1 + max((one.position for one in links), default=0),
    )  # fmt: skip
    change.add(link)
    return link
