"""Values as text that is JSON and YAML at once."""

from __future__ import annotations

import json

import yaml
from hypothesis import given
from hypothesis import strategies as st

from jejak.formats.plain.front import parted, with_front
from jejak.formats.plain.scalars import block, json_text, yaml_lines, yaml_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
NAMES = st.from_regex(r"[a-z_]{1,8}", fullmatch=True).filter(
    lambda name: name not in {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
)


@given(VALUES)
def test_a_value_is_one_line_and_the_same_in_json_and_yaml(value: object) -> None:
    text = json_text(value)
    assert len(text.splitlines()) == 1
    assert json.loads(text) == value
    assert yaml_of(text) == value


@given(st.dictionaries(NAMES, VALUES | st.just([{"a": "x\ny", "b": [{"c": 1}]}]), max_size=4))
def test_mappings_come_back_from_their_lines(values: dict[str, object]) -> None:
    whole = {"about": block(values), "list": [{"name": "n", **values}]} if values else {"a": 1}
    assert yaml_of("\n".join(yaml_lines(whole)) + "\n") == whole


def test_a_text_of_several_lines_is_a_block_that_diffs_well() -> None:
    lines = list(yaml_lines({"definition": "Satu.\n\n  Dua: tiga\n# empat"}))
    assert lines == ["definition: |-", "  Satu.", "", "    Dua: tiga", "  # empat"]
    assert yaml.safe_load("\n".join(lines)) == {"definition": "Satu.\n\n  Dua: tiga\n# empat"}


@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=4), TEXTS)
def test_a_body_is_byte_for_byte_whatever_it_is(values: dict[str, object], body: str) -> None:
    for text in (body, f"---\n{body}", f"{body}\n---\n"):
        found, content = parted(b"".join(with_front(values, text)))
        assert (found, content) == (values, text.encode())


def test_fields_that_somebody_wrote_are_yaml() -> None:
    found, body = parted(b"---\nname: S-01\nmetadata:\n  a: 1e-05\n---\n\nText")
    assert found == {"name": "S-01", "metadata": {"a": 1e-05}}
    assert body == b"\nText"
