"""What may be put on record when a finding is tested: checked before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..analysis.query.parse import parse
from ..errors import InvalidInput
from ..model import (
    Appraisal,
    Attribute,
    Case,
    Contest,
    Feedback,
    IfThen,
    Plausible,
    Quality,
    Quantity,
    Record,
    Search,
    Segment,
    Standing,
    Step,
    Surprise,
)
from ..model.verification import (
    ANSWERS,
    CERQUAL,
    CIRCUMSTANCES,
    CONCERNS,
    CONTESTS,
    HOLDS,
    OVERALL,
    SEEN,
    TEST_UNITS,
    UNUSUAL,
)
from ..model.when import exact_when
from ..store import Change
from ..store.lookups import find_case, find_finding, named

__all__ = ["FIELDS", "checked"]

_Clean = Callable[[Change, Any], Any]
_MOST = 2**31 - 1


def _text(_: Change, value: Any) -> str:
    return str(value or "").strip()


def _line(_: Change, value: Any) -> str:
    return " ".join(str(value or "").split())


def _query(_: Change, value: Any) -> str:
    query = str(value or "").strip()
    if query:
        parse(query)
    return query


def _said(what: str) -> _Clean:
    def clean(_: Change, value: Any) -> str:
        told = str(value or "").strip()
        if not told:
            raise InvalidInput(f"no-{what}", f"Say which {what}: it is empty.")
        return told

    return clean


def _asked(what: str) -> _Clean:
    said = _said(what)

    def clean(change: Change, value: Any) -> str:
        return _query(change, said(change, value))

    return clean


def _one_of(what: str, possible: tuple[str, ...]) -> _Clean:
    def clean(_: Change, value: Any) -> str:
        if value not in possible:
            raise InvalidInput(
                f"unknown-{what}", f"“{value}” is no {what}.", f"Use one of: {', '.join(possible)}."
            )
        return str(value)

    return clean


def _count(_: Change, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST:
        raise InvalidInput("bad-count", f"A number of segments is a whole number, not {value}.")
    return value


def _share(_: Change, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise InvalidInput("bad-share", f"A share is a number from 0 to 1, not {value}.")
    return float(value)


def _date(_: Change, value: Any) -> str:
    return exact_when(str(value or ""))


def _case(change: Change, value: Any) -> str:
    return find_case(change.rows, str(value)).guid


def _maybe_case(change: Change, value: Any) -> str | None:
    return None if value in {None, ""} else _case(change, value)


def _attribute(change: Change, value: Any) -> str | None:
    if value in {None, ""}:
        return None
    return named(change.rows.all(Attribute, of=Case.KIND), str(value), "attribute").guid


def _rival(change: Change, value: Any) -> str:
    return find_finding(change.rows, str(value)).guid


def _segment(change: Change, value: Any) -> str:
    return change.rows.get(Segment, str(value)).guid


def _circumstances(_: Change, value: Any) -> dict[str, bool]:
    found = dict(value or {})
    for name, said in found.items():
        _one_of("circumstance", CIRCUMSTANCES)(_, name)
        if not isinstance(said, bool):
            raise InvalidInput("bad-circumstance", f"“{name}” is true or false, not {said}.")
    return {name: found[name] for name in CIRCUMSTANCES if name in found}


def _flag(_: Change, value: Any) -> bool:
    return bool(value)


# What can be said of each kind of record, and how it is cleaned.
FIELDS: Mapping[type[Record], Mapping[str, _Clean]] = {
    Quality: {"segment": _segment, "circumstances": _circumstances},
    Search: {"query": _asked("query"), "inspected": _count, "found": _count, "note": _text},
    Feedback: {
        "case": _maybe_case, "who": _line, "date": _date, "shown": _text,
        "answer": _one_of("answer", ANSWERS), "comment": _text, "action": _text,
    },
    IfThen: {
        "condition": _asked("condition"), "consequence": _asked("consequence"),
        "unit": _one_of("unit", TEST_UNITS), "ordered": _flag, "third": _attribute,
        "prediction": _text, "due": _date, "outcome": _text, "note": _text,
    },
    Standing: {
        "case": _case, "unusual": _one_of("kind of unusual case", UNUSUAL),
        "verdict": _one_of("verdict", HOLDS), "why": _text,
    },
    Contest: {"rival": _rival, "state": _one_of("state", CONTESTS), "why": _text},
    Quantity: {
        "phrase": _said("phrase"), "query": _asked("query"), "base": _query, "low": _share,
        "high": _share,
    },
    Appraisal: {
        "component": _one_of("component", (*CERQUAL, OVERALL)),
        "concern": _one_of("concern", (*CONCERNS, "")),
        "why": _text,
    },
    Plausible: {"why": _text},
    Surprise: {
        "expectation": _said("expectation"), "theory": _text, "sought": _text, "result": _text,
    },
    Step: {
        "number": _count, "proposition": _said("proposition"), "prediction": _text,
        "seen": _one_of("state of a prediction", SEEN),
    },
}  # fmt: skip


def checked(
    change: Change, kind: type[Record], values: Mapping[str, Any], there: Record | None = None
) -> dict[str, Any]:
    """Values of a record as they will be kept; ``there`` is the one that is changed by them.

    Raises :class:`InvalidInput`, :class:`NotFound`.
    """
    fields = FIELDS[kind]
    unknown = sorted(set(values) - set(fields))
    if unknown:
        raise InvalidInput("not-editable", f"Not to be said of it: {', '.join(unknown)}.")
    kept = {name: fields[name](change, value) for name, value in values.items()}
    whole = {name: kept.get(name, getattr(there, name, None)) for name in fields}
    if kind in _WHOLE:
        _WHOLE[kind](change, whole)
    return kept


def _search(_: Change, whole: Mapping[str, Any]) -> None:
    if (whole["found"] or 0) > (whole["inspected"] or 0):
        raise InvalidInput(
            "found-more", "No more can have been found than was inspected."
        )  # fmt: skip


def _feedback(_: Change, whole: Mapping[str, Any]) -> None:
    if not whole["case"] and not whole["who"]:
        raise InvalidInput("no-person", "Say who was shown the finding: a case, or somebody else.")
    if whole["case"] and whole["who"]:
        raise InvalidInput("two-people", "It is a case or somebody else, not both.")


def _quantity(_: Change, whole: Mapping[str, Any]) -> None:
    low, high = whole["low"], whole["high"]
    if low is not None and high is not None and low > high:
        raise InvalidInput("bad-share", "The lower share is above the higher one.")


def _standing(_: Change, whole: Mapping[str, Any]) -> None:
    if whole["verdict"] != "holds" and not whole["why"]:
        raise InvalidInput(
            "no-reason", "Say why it does not hold for this case, or does not apply."
        )


def _appraisal(_: Change, whole: Mapping[str, Any]) -> None:
    if not whole["why"]:
        raise InvalidInput("no-reason", "Each component of confidence needs its explanation.")
    if bool(whole["concern"]) == (whole["component"] == OVERALL):
        raise InvalidInput(
            "no-concern",
            "Each component has its concern; of all together only the explanation is kept.",
            f"Say for a component one of: {', '.join(CONCERNS)}.",
        )


def _step(_: Change, whole: Mapping[str, Any]) -> None:
    if whole["seen"] not in {None, "open"} and not whole["prediction"]:
        raise InvalidInput("no-prediction", "Say what was predicted before what came of it.")


_WHOLE: Mapping[type[Record], Callable[[Change, Mapping[str, Any]], None]] = {
    Search: _search, Feedback: _feedback, Quantity: _quantity, Standing: _standing,
    Appraisal: _appraisal, Step: _step,
}  # fmt: skip
