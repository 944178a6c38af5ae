from __future__ import annotations

from dataclasses import replace

import pytest

from jejak.errors import InvalidInput
from jejak.report.facts import DisplayFacts
from jejak.services.drawing_ahead import DrawingAhead

DISPLAY = DisplayFacts(
    "A", None, None, None, svg=lambda language: f"<svg lang={language}>", png=lambda _: b"png"
)


def broken(_: str) -> str:
    raise InvalidInput("not-drawn", "It could not be drawn.", "Another kind may do.")


def test_a_picture_is_there_for_whoever_asks_for_it() -> None:
    with DrawingAhead("svg", "id") as ahead:
        begun = ahead.begun(DISPLAY)
        assert begun.svg is not None
        assert begun.svg("id") == "<svg lang=id>"
        assert begun.png is DISPLAY.png


def test_what_has_no_picture_and_what_shows_none_are_left_as_they_are() -> None:
    bare = replace(DISPLAY, svg=None)
    with DrawingAhead("svg", "en") as ahead:
        assert ahead.begun(bare) is bare
    with DrawingAhead("", "en") as ahead:
        assert ahead.begun(DISPLAY) is DISPLAY


def test_what_cannot_be_drawn_is_told_to_whoever_asks_for_it() -> None:
    with DrawingAhead("svg", "en") as ahead:
        begun = ahead.begun(replace(DISPLAY, svg=broken))
        assert begun.svg is not None
        with pytest.raises(InvalidInput, match="could not be drawn"):
            begun.svg("en")
