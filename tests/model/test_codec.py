from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.errors import InvalidInput
from jejak.model import Coding, Segment
from jejak.model.codec import guid_bytes, guid_text, guids_bytes, guids_text, spec_of
from jejak.model.identity import from_millis

GUID = st.uuids()
SPELLED = st.builds(
    lambda guid, way: {"upper": str(guid).upper(), "plain": guid.hex, "braces": f"{{{guid}}}"}.get(way, str(guid)),
    GUID, st.sampled_from(["usual", "usual", "usual", "upper", "plain", "braces"]),
)  # fmt: skip


@given(st.lists(st.binary(min_size=16, max_size=16)))
def test_many_guids_are_told_as_each_is(raws: list[bytes]) -> None:
    assert guids_text(raws) == [guid_text(raw) for raw in raws]
    assert guids_bytes(guids_text(raws)) == raws


@given(st.lists(SPELLED))
def test_many_guids_are_read_as_each_is_however_it_is_spelled(guids: list[str]) -> None:
    assert guids_bytes(guids) == [guid_bytes(guid) for guid in guids]


@pytest.mark.parametrize("wrong", [
    "", "no-guid", "0000000g-0000-4000-8000-000000000001", "0000000 -0000-4000-8000-000000000001",
    "00000001-0000-4000-8000-00000000000é", "000000010-000-4000-8000-00000000001 ",
])  # fmt: skip
def test_what_is_no_guid_is_refused_among_many(wrong: str) -> None:
    good = "00000001-0000-4000-8000-000000000001"
    with pytest.raises(InvalidInput):
        guids_bytes([good, wrong, good])


@given(
    st.lists(
        st.tuples(
            GUID, st.sampled_from("abc"), st.integers(0, 10**12), st.none() | st.integers(0, 100)
        )
    )
)
def test_many_records_come_out_of_rows_as_they_went_in(
    told: list[tuple[object, str, int, int | None]],
) -> None:
    few = {name: f"{number:08x}-0000-4000-8000-000000000001" for number, name in enumerate("abc")}
    codings = [
        Coding(guid=str(guid), segment=few[name], code=few[name], user=few["a"], created=from_millis(at),
               weight=weight, origin="hand")
        for guid, name, at, weight in told
    ]  # fmt: skip
    spec = spec_of(Coding.KIND)
    assert spec.load_all(spec.wires(codings)) == codings
    assert list(spec.values_of(spec.wires(codings))) == [
        tuple(getattr(one, name) for name in spec.names) for one in codings
    ]


def test_a_record_made_of_its_values_is_the_one_its_class_makes() -> None:
    segment = Segment(source="s", start=1, end=2, region={"page": 3})
    made = spec_of(Segment.KIND).make(segment.guid, "s", "text", 1, 2, {"page": 3}, None)
    assert made == segment
    with pytest.raises(AttributeError):
        made.guid = "another"  # type: ignore[misc]


def test_moments_of_many_come_back_to_the_millisecond() -> None:
    spec, begun = spec_of(Coding.KIND), datetime(2026, 1, 2, 3, 4, 5, 678_000, tzinfo=UTC)
    moments = [begun + timedelta(milliseconds=number % 3) for number in range(10)]
    field = spec.field("created")
    assert field.from_wires(field.to_wires(moments)) == moments
