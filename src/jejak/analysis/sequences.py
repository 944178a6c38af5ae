"""Paths of cases through steps: which step follows which, and in how many cases.

Composite sequence analysis as Miles & Huberman (1994) describe it: the paths of all cases laid over
one another. An event is a step of every case that acts in it; of steps that repeat at once the first
counts. Events without a date have no place in a path.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from ..model.happenings import EventColumns
from ..model.identity import name_key

__all__ = ["Steps", "Transitions", "steps_of", "transitions"]


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of each case in the order of time, as (key of the step, row of the event); ``names``
    are the steps as they are called, ``loose`` counts the events that are no step of any case."""

    cases: dict[int, list[tuple[str, int]]]
    names: dict[str, str]
    loose: int

    def path(self, case: int) -> list[tuple[str, int]]:
        """The path of a case without a step that only repeats the one before."""
        found: list[tuple[str, int]] = []
        for step in self.cases.get(case, []):
            if not found or found[-1][0] != step[0]:
                found.append(step)
        return found


def steps_of(events: EventColumns, by: str) -> Steps:
    """The steps of all cases; ``by`` is *kind* or *name*: what makes two events the same step."""
    words = events.kind if by == "kind" else events.name
    keys = [name_key(one) for one in words]
    names: dict[str, str] = {}
    for key, name in zip(keys, words, strict=True):
        names.setdefault(key, name)
    cases: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    used = set()
    for event, case in events.actors.tolist():
        if keys[event] and events.when[event].known:
            cases[case].append((keys[event], event))
            used.add(event)
    return Steps(dict(cases), {key: names[key] for key in names if key}, len(events) - len(used))


@dataclass(frozen=True, slots=True)
class Transitions:
    """How many cases go from one step to the next, how many begin with a step and end with it, and
    how many go through it at all; with the events of each transition."""

    pairs: Counter[tuple[str, str]]
    first: Counter[str]
    last: Counter[str]
    through: Counter[str]
    events: dict[tuple[str, str], list[int]]


def transitions(steps: Steps) -> Transitions:
    """The paths of all cases laid over one another; a case counts once for each transition."""
    found = Transitions(Counter(), Counter(), Counter(), Counter(), {})
    for case in steps.cases:
        path = steps.path(case)
        found.first[path[0][0]] += 1
        found.last[path[-1][0]] += 1
        found.through.update({step for step, _ in path})
        seen = set()
        for (one, before), (other, after) in pairwise(path):
            found.events.setdefault((one, other), []).extend((before, after))
            seen.add((one, other))
        found.pairs.update(seen)
    return found
