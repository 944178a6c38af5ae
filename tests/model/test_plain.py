"""Records as plain values and back."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak import InvalidInput
from jejak.model import KINDS, Coding, Record
from jejak.model.codec import FieldSpec, spec_of
from jejak.model.plain import plain_of, record_of

_GUIDS = st.uuids().map(str)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
_MOMENTS = st.integers(0, 4_000_000_000_000).map(
    lambda millis: datetime.fromtimestamp(millis // 1000, UTC).replace(
        microsecond=millis % 1000 * 1000
    )
)


def _of(field: FieldSpec) -> st.SearchStrategy[object]:
    made: dict[tuple[type, ...], st.SearchStrategy[object]] = {
        (int,): st.integers(-(2**62), 2**62),
        (float, int): st.floats(allow_nan=False, allow_infinity=False),
        (bool,): st.booleans(),
        (datetime,): _MOMENTS,
        (tuple, list): st.lists(_VALUES, max_size=3).map(tuple),
    }
    if field.form in {"guid", "key"} or field.refers:
        one: st.SearchStrategy[object] = _GUIDS
    elif field.takes == (str,):
        one = st.text()
    else:
        one = made.get(field.takes, st.dictionaries(st.text(), _VALUES, max_size=3))
    return st.none() | one if field.optional else one


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record of any kind."""
    spec = spec_of(draw(st.sampled_from(sorted(KINDS))))
    return spec.record(**{field.name: draw(_of(field)) for field in spec.fields})


@given(records())
def test_a_record_comes_back_from_json_as_it_was(record: Record) -> None:
    written = json.dumps(plain_of(record), ensure_ascii=True)
    assert record_of(record.KIND, json.loads(written)) == record


@pytest.mark.parametrize(
    ("kind", "values", "code"),
    [
        ("nonsense", {}, "no-such-kind"),
        ("coding", {"segment": "x"}, "not-a-guid"),
        ("coding", {"weight": True}, "bad-value"),
        ("coding", {"weight": "5"}, "bad-value"),
        ("coding", {"created": "yesterday"}, "not-a-moment"),
        ("coding", {"heavy": 5}, "no-such-field"),
        ("coding", {"weight": 5}, "incomplete"),
    ],
)
def test_what_is_no_record_is_refused(kind: str, values: dict[str, object], code: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        record_of(kind, values)
    assert refused.value.code == code


def test_an_empty_field_is_left_out_and_a_time_is_told_in_utc() -> None:
    guid = "0190a0b1-0000-7000-8000-000000000001"
    coding = Coding(
        guid=guid,
        segment=guid,
        code=guid,
        user=guid,
        created=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
    )
    told = plain_of(coding)
    assert told["created"] == "2026-01-02T03:04:05Z"
    assert "weight" not in told
