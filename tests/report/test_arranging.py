from __future__ import annotations

import pytest

from jejak.errors import InvalidInput
from jejak.report import PARTS, TEMPLATES
from jejak.report.arranging import arranged, chosen_parts, standing, template_named
from jejak.report.template import Chapter


def told(template: str, *parts: str) -> list[object]:
    """Names of parts; those of chapters as (chapter, parts)."""
    return [
        (one.name, [place.part for place in one.places]) if isinstance(one, Chapter) else one.part
        for one in arranged(template_named(template), parts)
    ]


def test_parts_are_taken_as_they_were_asked_for_each_once() -> None:
    assert chosen_parts(["limits", "material", "limits"]) == ("limits", "material")
    with pytest.raises(InvalidInput, match="no part “cover”"):
        chosen_parts(["cover"])
    with pytest.raises(InvalidInput, match="no template “poem”"):
        template_named("poem")


def test_parts_of_a_chapter_stand_together_where_the_first_of_them_stands() -> None:
    assert told("thesis-chapter", "conclusions", "method", "trail", "approach", "references") == [
        ("chapter-closing", ["conclusions"]), ("chapter-method", ["method", "approach"]), "trail",
        "references",
    ]  # fmt: skip
    stray = arranged(template_named("article"), ["trail"])[0]
    assert not stray.numbered


@pytest.mark.parametrize("name", TEMPLATES.names())
def test_every_template_has_parts_that_there_are_each_once(name: str) -> None:
    places = [place.part for _, place in standing(template_named(name))]
    assert len(set(places)) == len(places) > 5
    assert set(places) <= set(PARTS.names())
