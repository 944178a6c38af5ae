"""What a verification tactic is, and what a judgement on it rests on."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from hashlib import blake2b

from ..model.message import Message
from ..model.verdict import EvidenceRow, FindingFacts, Verdict

__all__ = ["NAMES", "Tactic", "rests_on"]

# What only shows: a case called by another name is the same case.
NAMES = frozenset({"names", "guid", "label"})


@dataclass(frozen=True, slots=True)
class Tactic:
    """A verification tactic.

    ``about`` says what it asks, ``source`` where it comes from in the literature. ``examine`` takes
    the facts of a finding, reads nothing else and writes nothing. ``uses`` names the fields of
    :class:`FindingFacts` that the verdict depends on: a judgement goes stale once one of them is
    another. Without it all of them count.
    """

    name: str
    title: Message
    about: Message
    source: str
    examine: Callable[[FindingFacts], Verdict]
    uses: frozenset[str] = frozenset(f.name for f in fields(FindingFacts)) - NAMES


def rests_on(tactic: Tactic, facts: FindingFacts) -> str:
    """A digest of what the tactic's verdict rests on: equal for equal facts, whatever the names."""
    used = {name: _plain(getattr(facts, name)) for name in sorted(tactic.uses - NAMES)}
    text = json.dumps([tactic.name, used], sort_keys=True, ensure_ascii=False)
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, EvidenceRow):
        return value._asdict()
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value
