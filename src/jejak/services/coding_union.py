"""What becomes of two codings, or two codes, that fall together: nothing that was said is lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..errors import InvalidInput
from ..model import Code, Coding, Settlement
from ..model.identity import free_name, name_key
from ..store import Change, Rows
from ..store.apart import standing
from ..store.cascade import remove_whole
from ..store.recode import give_code, higher, move_ties, move_words

__all__ = ["Union", "give_all", "take_in", "union_of"]

_TEXTS = ("short", "definition", "when_to_use", "when_not_to_use")


@dataclass(frozen=True, slots=True)
class Union:
    """What giving codings another code does: ``moved`` get it, ``together`` fall together with one
    that the same person put on the same passage; of these, ``weights`` differ in weight."""

    moved: int = 0
    together: int = 0
    weights: int = 0


def union_of(rows: Rows, codings: Iterable[Coding], into: Code) -> Union:
    """What :func:`give_all` would do."""
    place_of = standing(rows)
    there = {place_of(c): c.weight for c in rows.all(Coding, code=into.guid)}
    moved = together = weights = 0
    for coding in codings:
        place = place_of(coding)
        if place not in there:
            there[place] = coding.weight
            moved += 1
            continue
        together += 1
        kept = there[place]
        weights += None not in {kept, coding.weight} and kept != coding.weight
        there[place] = higher(kept, coding.weight)
    return Union(moved, together, weights)


def give_all(change: Change, codings: Sequence[Coding], into: Code) -> int:
    """Give codings another code; how many took it. Raises :class:`InvalidInput` for a folder."""
    if codings and not into.codable:
        raise InvalidInput(
            "not-codable", f"“{into.name}” is a folder of codes and takes no codings itself."
        )
    return give_code(change, codings, into)


def take_in(change: Change, code: Code, into: Code, *, join_texts: bool) -> Code:
    """Let a code become part of another: its codings, the codes below it, its examples and ties,
    and its texts: they fill the other's gaps, or are all written below the other's."""
    give_all(change, change.rows.all(Coding, code=code.guid), into)
    examples = tuple(dict.fromkeys((*into.examples, *code.examples)))
    into = change.set(into, examples=examples, **_texts(code, into, join=join_texts))
    _move_children(change, code, into)
    move_ties(change, code.guid, into.guid)
    move_words(change, code.guid, into.guid)
    settled = change.rows.all(Settlement, code=code.guid)
    change.set_many(Settlement.KIND, ("code",), {one.guid: (into.guid,) for one in settled})
    remove_whole(change, Code.KIND, [code.guid])
    return into


def _texts(code: Code, into: Code, *, join: bool) -> dict[str, object]:
    found: dict[str, object] = {}
    for name in _TEXTS:
        own, more = getattr(into, name), getattr(code, name)
        gap = "\n\n" if name != "short" else " "
        if more and more not in own and (join or not own):
            found[name] = f"{own}{gap}{more}" if own else more
    return found


def _move_children(change: Change, code: Code, into: Code) -> None:
    siblings = change.rows.all(Code, parent=into.guid)
    taken = {name_key(c.name) for c in siblings}
    last = max((c.position for c in siblings), default=0)
    for number, child in enumerate(change.rows.all(Code, parent=code.guid), 1):
        name = free_name(child.name, taken)
        taken.add(name_key(name))
        change.set(child, parent=into.guid, name=name, position=last + number)
