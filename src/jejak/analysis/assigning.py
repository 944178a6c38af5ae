"""Who is to read what: sources shared out among coders, some of them to several."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from random import Random

from ..errors import InvalidInput

__all__ = ["shared_out"]


def shared_out(
    lengths: Sequence[int],
    kinds: Sequence[str],
    coders: int,
    *,
    overlap: float = 0.2,
    readers: int = 2,
    seed: int = 1,
) -> list[tuple[int, ...]]:
    """For each source the coders (0 to ``coders - 1``, in order) who are to read it.

    A share ``overlap`` (0 to 1) of the sources, rounded and at least one if it is above 0, goes to
    ``readers`` coders each, all others to one; those are drawn from every kind in its proportion.
    The sums of ``lengths`` (characters) of any two coders differ by no more than the longest source;
    within that, each has the kinds as evenly as can be. The same ``seed`` gives the same answer.

    Raises :class:`InvalidInput` where there is no coder, or the numbers make no sense.
    """
    if coders < 1:
        raise InvalidInput("no-coders", "Nobody is there to read anything.", "Name the coders.")
    if not 0 <= overlap <= 1:
        raise InvalidInput("bad-share", f"A share is from 0 to 1, not {overlap}.")
    if readers < 2 or (readers > coders > 1):
        raise InvalidInput(
            "bad-readers",
            f"What is read by several is read by 2 to {coders} coders, not {readers}.",
        )
    chance = Random(seed)  # noqa: S311  (a draw to be repeated, no secret)
    order = list(range(len(lengths)))
    chance.shuffle(order)
    several = _several(order, kinds, overlap) if coders > 1 else set()
    who = list(range(coders))
    chance.shuffle(who)
    return _given(lengths, kinds, order, who, dict.fromkeys(several, readers))


def _several(order: list[int], kinds: Sequence[str], overlap: float) -> set[int]:
    """Which sources several read: of each kind its part of them, what is over to the kinds whose part
    was cut the most."""
    many = min(len(order), max(round(overlap * len(order)), 1 if overlap > 0 else 0))
    by_kind: dict[str, list[int]] = defaultdict(list)
    for one in order:
        by_kind[kinds[one]].append(one)
    parts = {kind: many * len(found) / max(len(order), 1) for kind, found in by_kind.items()}
    taken = {kind: int(part) for kind, part in parts.items()}
    over = sorted(parts, key=lambda kind: (taken[kind] - parts[kind], kind))
    for kind in over[: many - sum(taken.values())]:
        taken[kind] += 1
    return {one for kind, found in by_kind.items() for one in found[: taken[kind]]}


def _given(
    lengths: Sequence[int],
    kinds: Sequence[str],
    order: list[int],
    who: list[int],
    readers: dict[int, int],
) -> list[tuple[int, ...]]:
    """The longest source first, to whom it fits: whoever stays within the longest source of who has
    least, and of those who has the fewest of its kind."""
    load = dict.fromkeys(who, 0)
    held: dict[int, Counter[str]] = {coder: Counter() for coder in who}
    given: list[tuple[int, ...]] = [()] * len(lengths)
    longest = max(lengths, default=0)
    for one in sorted(order, key=lambda one: -lengths[one]):
        least = min(load.values())

        def fit(coder: int, one: int = one, least: int = least) -> tuple[bool, int, int, int]:
            beyond = load[coder] + lengths[one] > least + longest
            few = held[coder][kinds[one]]
            return (
                (True, load[coder], few, 0)
                if beyond
                else (False, few, load[coder], held[coder].total())
            )

        chosen = sorted(who, key=fit)[: readers.get(one, 1)]
        for coder in chosen:
            load[coder] += lengths[one]
            held[coder][kinds[one]] += 1
        given[one] = tuple(sorted(chosen))
    return given
