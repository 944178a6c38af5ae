from __future__ import annotations

import json
from itertools import pairwise

import pytest

from jejak.displays.charts import chart
from jejak.displays.drawings.heat import DIVERGING, SEQUENTIAL
from jejak.testing import example_corpus
from support.displays import computed

STUDY = example_corpus(30)


def values(spec) -> list[dict]:
    return spec["data"]["values"]


def test_several_columns_are_a_heat_map_in_the_readers_language() -> None:
    spec = chart(computed(STUDY, "code-frequencies"), "id")
    assert spec is not None
    assert spec["title"]["text"] == ["Frekuensi kode: Kasus"]
    assert spec["encoding"]["x"]["axis"]["title"] == "Kasus"
    assert [layer["mark"]["type"] for layer in spec["layer"]] == ["rect", "rect", "text"]
    first = values(spec)[0]
    assert (first["row_key"], first["column_key"]) == ("c0", "k0")
    assert first["query"] == "code:Folder and case = A"
    assert "://" not in json.dumps(spec)


def test_one_column_is_bars() -> None:
    spec = chart(computed(STUDY, "code-frequencies", by="study", measure="share of cases"), "en")
    assert spec is not None
    assert spec["layer"][0]["mark"]["type"] == "bar"
    assert spec["layer"][0]["encoding"]["x"]["axis"]["format"] == ".0%"
    assert values(spec)[0]["text"] == "100%"


def test_nothing_is_not_drawn() -> None:
    assert chart(computed(example_corpus(0), "code-cooccurrence"), "en") is None


def test_states_are_signs_with_a_legend() -> None:
    spec = chart(computed(STUDY, "code-cooccurrence"), "en")
    assert spec is not None
    assert "– not applicable" in spec["title"]["subtitle"]
    assert values(spec)[0]["shown"] == "–"
    assert values(spec)[0]["value"] is None


def test_signs_that_are_not_drawn_are_not_explained() -> None:
    spec = chart(computed(STUDY, "scatterplot", x="codings"), "en")
    assert spec is not None
    assert spec["title"]["subtitle"] == ["two measures of each row"]
    bare = computed(example_corpus(0), "code-frequencies", unused=True)
    drawn = chart(bare, "en")
    assert drawn is not None
    assert drawn["title"]["subtitle"] == ["number of codings"]


def test_a_sign_that_counts_has_two_colours() -> None:
    matrix = computed(STUDY, "code-cooccurrence", unit="segment", measure="phi")
    spec = chart(matrix, "en")
    assert spec is not None
    scale = spec["layer"][1]["encoding"]["color"]["scale"]
    assert scale["range"] == list(DIVERGING)
    assert scale["domain"][3] == 0
    assert scale["domain"][0] == -scale["domain"][-1]


@pytest.mark.parametrize("colours", [SEQUENTIAL])
def test_shades_grow_darker_step_by_step(colours) -> None:
    def light(colour: str) -> float:
        red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    shades = [light(colour) for colour in colours]
    assert shades == sorted(shades, reverse=True)
    assert min(a - b for a, b in pairwise(shades)) > 10


def test_the_same_words_twice_are_two_places() -> None:
    codes = STUDY.codes
    from dataclasses import replace

    same = replace(STUDY, codes=replace(codes, name=("Folder", "Same", "Same", "Same")))
    spec = chart(computed(same, "code-frequencies"), "en")
    assert spec is not None
    assert len(set(spec["encoding"]["y"]["scale"]["domain"])) == 4


def test_presence_is_a_dot_and_needs_no_legend() -> None:
    spec = chart(computed(STUDY, "code-frequencies", measure="presence"), "en")
    assert spec is not None
    assert spec["layer"][1]["encoding"]["color"]["legend"] is None
    assert {value["shown"] for value in values(spec)} <= {"●", ""}


def test_the_filter_is_told() -> None:
    from jejak.model.query import CoderIs

    spec = chart(computed(STUDY, "code-frequencies", CoderIs("Rina")), "id")
    assert spec is not None
    assert "Saringan: coder:Rina" in spec["title"]["subtitle"]


def test_many_columns_have_no_numbers() -> None:
    from dataclasses import replace

    from jejak.model.corpus import NamedColumns

    names = tuple(f"Partisipan dengan nama panjang {n}" for n in range(40))
    cases = NamedColumns(tuple(f"k{n}" for n in range(40)), names, {"kind": ("person",) * 40})
    spec = chart(computed(replace(STUDY, cases=cases), "code-frequencies"), "en")
    assert spec is not None
    assert spec["layer"][2]["transform"] == [{"filter": "!isValid(datum.value)"}]
    assert spec["encoding"]["x"]["axis"]["labelAngle"] == -60
