"""Words as a cloud: the numbers of the frequencies, none of them hidden by another."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from jejak.displays.charts import chart
from jejak.displays.drawings.cloud import placed
from jejak.study import Study

sizes = st.tuples(st.floats(5, 300), st.floats(8, 60))


@given(st.lists(sizes, max_size=40))
def test_no_word_lies_on_another_and_none_is_left_out(boxes) -> None:
    spots = placed(boxes)
    assert len(spots) == len(boxes)
    for one, other in combinations(range(len(boxes)), 2):
        apart = (
            abs(spots[one][0] - spots[other][0]) >= (boxes[one][0] + boxes[other][0]) / 2 - 1e-6
            or abs(spots[one][1] - spots[other][1]) >= (boxes[one][1] + boxes[other][1]) / 2 - 1e-6
        )
        assert apart, (one, other)


def test_the_cloud_has_the_numbers_of_the_frequencies(study: Study) -> None:
    cloud = study.displays.compute("word-cloud", {"top": 20})
    plain = study.displays.compute("word-frequencies", {"top": 20})
    assert cloud.rows == plain.rows
    assert cloud.cells == plain.cells
    spec = chart(cloud, "id")
    assert spec is not None
    words = next(data["values"] for data in spec["data"] if data["name"] == "words")
    assert [word["words"] for word in words] == [row.label for row in cloud.rows]
    assert [word["size"] for word in words] == sorted((w["size"] for w in words), reverse=True)
    assert all(0.5 <= word["strength"] <= 1 for word in words)
