"""The agreement of a round as it is kept when the round is closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from ..analysis.agreement import Coefficient
from ..model import Message, Round
from .agreed import Agreed

__all__ = ["CodeFigure", "Figure", "figures_of", "kept_figure"]


@dataclass(frozen=True, slots=True)
class CodeFigure:
    """A code (GUID, and its name then) with its coefficient."""

    code: str
    name: str
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Figure:
    """What agreement a round came to: of its ``coders`` (GUIDs), or of one ``coder`` with themselves.

    The question is ``measure``, ``unit``, ``options`` and the bootstrap's ``samples`` and ``seed``; the answer all
    codes jointly, with an interval, or (``least``, ``greatest``) its values without any one source;
    ``reason`` says why there is none. ``seq`` is the change as of which it was reckoned.
    """

    coder: str | None
    coders: tuple[str, ...]
    measure: str
    unit: str
    samples: int
    seed: int
    seq: int
    sources: int
    characters: int
    differences: int
    value: float | None
    low: float | None
    high: float | None
    least: float | None
    greatest: float | None
    reason: Message | None
    codes: tuple[CodeFigure, ...]
    options: Mapping[str, object] = field(default_factory=dict)


def kept_figure(agreed: Agreed, coder: str | None = None) -> dict[str, object]:
    """An answer as a round keeps it: of one coder with themselves where it is named (a GUID)."""
    asked, whole = agreed.question, agreed.whole
    least, greatest = whole.without_one or (None, None)
    return {
        "coder": coder, "coders": list(dict.fromkeys(guid for guid, _ in agreed.coders)),
        "measure": asked.measure, "unit": asked.unit,
        "options": {**whole.options, **asked.options}, "samples": asked.interval.samples,
        "seed": asked.interval.seed, "seq": agreed.version, "sources": len(agreed.shared),
        "characters": agreed.characters, "differences": agreed.total,
        **_plain(whole), "least": least, "greatest": greatest, "reason": _reason(whole),
        "codes": [
            {"code": one.guid, "name": one.name, **_plain(one.coefficient)} for one in agreed.codes
        ],
    }  # fmt: skip


def _plain(one: Coefficient) -> dict[str, object]:
    return {"value": one.value, "low": one.low, "high": one.high}


def _reason(one: Coefficient) -> dict[str, object] | None:
    if one.value is not None or one.reason is None:
        return None
    args = {
        name: value if isinstance(value, str | int | float | list) else str(value)
        for name, value in one.reason.args.items()
    }
    return {"text": one.reason.text, "args": args}


def figures_of(one: Round) -> list[Figure]:
    """What a closed round came to; nothing of an open one."""
    return [_figure(cast("Mapping[str, Any]", kept)) for kept in one.figures]


def _figure(kept: Mapping[str, Any]) -> Figure:
    plain = {
        name: kept[name]
        for name in Figure.__dataclass_fields__
        if name not in {"coders", "reason", "codes", "options"}
    }
    reason = kept["reason"]
    codes: Sequence[Mapping[str, Any]] = kept["codes"]
    return Figure(
        **plain, coders=tuple(kept["coders"]),
        reason=None if reason is None else Message(reason["text"], reason["args"]),
        codes=tuple(CodeFigure(**code) for code in codes), options=kept.get("options", {}),
    )  # fmt: skip
