"""A display as a picture of its chart: drawn here, without a browser.

The library that draws holds up every other thread of its process for seconds, so it has a process of
its own.
"""

from __future__ import annotations

import atexit
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from ...errors import InvalidInput, MissingExtra, UnreadableSource
from ...formats.worker import Worker
from ...i18n import translate
from ...model.characters import fit_all
from ...model.shape import Matrix
from ..charts import chart

__all__ = ["PIXELS_PER_INCH", "as_pdf", "as_png", "as_svg"]

PIXELS_PER_INCH = 300
_VERSION = "6.4"
_FONT = "Liberation Sans, Arimo, Helvetica, Arial, sans-serif"
_CONFIG: dict[str, Any] = {
    "background": "#ffffff",
    "padding": 16,
    "font": _FONT,
    "axis": {
        "labelColor": "#1d2b2a",
        "titleColor": "#54615f",
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": 500,
    },
    "legend": {"labelColor": "#1d2b2a", "titleColor": "#54615f", "titleFontWeight": 500},
    "title": {
        "color": "#12201f",
        "fontSize": 16,
        "fontWeight": 600,
        "subtitleColor": "#54615f",
        "subtitleFontSize": 12,
        "subtitleLineHeight": 16,
    },
}


def _specification(matrix: Matrix, language: str) -> dict[str, Any]:
    spec = chart(matrix, language)
    if spec is None:
        raise InvalidInput(
            "nothing-to-draw",
            "There is nothing to draw: no codings are shown.",
            "Choose other codes, or another filter.",
        )
    told: dict[str, Any] = spec | {"description": translate(matrix.caption.title, language)}
    # The drawing ends the whole program over a character that XML cannot hold.
    fitting: dict[str, Any] = fit_all(told)
    return fitting


def _options(language: str) -> dict[str, Any]:
    options: dict[str, Any] = {"vl_version": _VERSION, "config": _CONFIG}
    if language == "id":
        numbers = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp", ""]}
        options["format_locale"] = numbers
    return options


_apart = Worker(memory=None)
atexit.register(_apart.stop)


def draw_there(form: str, spec: dict[str, Any], options: dict[str, Any]) -> Any:
    """A specification drawn (``svg``, ``png``, ``pdf``) in the process that this is called in."""
    return getattr(import_module("vl_convert"), f"vegalite_to_{form}")(spec, **options)


def _drawn(form: str, matrix: Matrix, language: str, **more: Any) -> Any:
    spec = _specification(matrix, language)
    if find_spec("vl_convert") is None:
        raise MissingExtra("charts", "Drawing a chart to a file")
    task = f"{__name__}:{draw_there.__name__}"
    try:
        return _apart.call(task, form, spec, {**_options(language), **more})
    except UnreadableSource as error:
        raise InvalidInput(
            "not-drawn",
            "The chart could not be drawn; a sign in its words may be the cause.",
            "Another kind of file (.svg, .png, .html) may do.",
        ) from error


def as_svg(matrix: Matrix, language: str) -> bytes:
    """The chart as SVG. Raises :class:`InvalidInput`, :class:`MissingExtra`."""
    text: str = _drawn("svg", matrix, language)
    return text.encode()


def as_png(matrix: Matrix, language: str) -> bytes:
    """The chart as PNG at 300 points per inch. Raises as :func:`as_svg`."""
    content: bytes = _drawn("png", matrix, language, ppi=PIXELS_PER_INCH)
    return content


def as_pdf(matrix: Matrix, language: str) -> bytes:
    """The chart as PDF. Raises as :func:`as_svg`."""
    content: bytes = _drawn("pdf", matrix, language)
    return content
