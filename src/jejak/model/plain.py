"""Records as plain values, for files: what JSON and YAML can hold, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ..errors import InvalidInput
from .codec import FieldSpec, guid_bytes, guid_text, spec_of
from .identity import from_millis, moment_of, moment_text, to_millis
from .record import Record

__all__ = ["plain_of", "record_of"]


def plain_of(record: Record) -> dict[str, Any]:
    """The fields of a record in their order, the empty ones left out: times as text of ISO 8601 to the
    millisecond, everything else as JSON has it."""
    values = ((field, getattr(record, field.name)) for field in spec_of(record.KIND).fields)
    return {field.name: _plain(value) for field, value in values if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return moment_text(from_millis(to_millis(value)))
    return list(value) if isinstance(value, tuple) else value


def record_of(kind: str, values: Mapping[str, Any]) -> Record:
    """The record that :func:`plain_of` made those values of; fields that are not given have their
    defaults.

    Raises :class:`InvalidInput` for a kind or a field that there is not, one that is missing, and values
    of another type than the field's.
    """
    try:
        spec = spec_of(kind)
    except KeyError:
        raise InvalidInput("no-such-kind", f"There are no things of the kind “{kind}”.") from None
    given = {name: _valued(spec.field(name), value) for name, value in values.items()}
    try:
        return spec.record(**given)
    except TypeError:
        raise InvalidInput("incomplete", f"A {kind} is told without all that makes one.") from None


def _valued(field: FieldSpec, value: Any) -> Any:
    if value is None and field.optional:
        return None
    if field.takes == (datetime,) and isinstance(value, str):
        return moment_of(value)
    if field.form in {"guid", "key"} and isinstance(value, str):
        return guid_text(guid_bytes(value))
    exact = isinstance(value, field.takes) and not (
        isinstance(value, bool) and field.takes != (bool,)
    )
    if not exact:
        raise InvalidInput("bad-value", f"The field “{field.name}” cannot be {value!r}.")
    return tuple(value) if field.takes == (tuple, list) else value
