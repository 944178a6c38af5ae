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
from ..charts import chart, is_vega, nothing
from .caption import caption_lines, cell_lines
from .frame import framed, size_of
from .look import TIME_ID, VEGA_CONFIG, VEGA_LITE_CONFIG

__all__ = ["PIXELS_PER_INCH", "as_pdf", "as_png", "as_svg"]

PIXELS_PER_INCH = 300
_UNITS_PER_INCH = 72
_VERSION = "6.4"
Room = tuple[float, float]


def _specification(matrix: Matrix, language: str) -> dict[str, Any]:
    empty = not matrix.rows or not matrix.columns
    spec = nothing(matrix, language) if empty else chart(matrix, language)
    if spec is None:
        raise InvalidInput(
            "too-many-marks",
            f"{len(matrix.rows) * len(matrix.columns)} cells are too many for a picture.",
            "Show fewer rows or columns, or write the table to a file (.xlsx, .csv).",
        )
    told: dict[str, Any] = spec | {"description": translate(matrix.caption.title, language)}
    # The drawing ends the whole program over a character that XML cannot hold.
    fitting: dict[str, Any] = fit_all(told)
    return fitting


def _options(spec: dict[str, Any], language: str) -> dict[str, Any]:
    options: dict[str, Any] = {}
    if not is_vega(spec):
        options = {"vl_version": _VERSION, "config": VEGA_LITE_CONFIG}
    if language == "id":
        numbers = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp", ""]}
        options["format_locale"] = numbers
        options["time_format_locale"] = TIME_ID
    return options


_apart = Worker(memory=None)
atexit.register(_apart.stop)


def draw_there(
    form: str,
    spec: dict[str, Any],
    options: dict[str, Any],
    lines: list[str],
    within: Room | None = None,
) -> bytes:
    """A specification drawn (``svg``, ``png``, ``pdf``) in the process that this is called in, with
    lines of text below it; a ``png`` no larger than the room it has."""
    library = import_module("vl_convert")
    draw = library.vega_to_svg if is_vega(spec) else library.vegalite_to_svg
    svg = framed(draw(spec, **options), lines, spec["description"])
    if form == "svg":
        return svg.encode()
    if form == "png":
        scale = _scale(svg, within) if within else 1.0
        made: bytes = library.svg_to_png(svg, scale=scale, ppi=PIXELS_PER_INCH)
        return made
    content: bytes = library.svg_to_pdf(svg)
    return content


def _scale(svg: str, within: Room) -> float:
    sizes = zip(within, size_of(svg), strict=True)
    return min(1.0, *(room * _UNITS_PER_INCH / max(size, 1.0) for room, size in sizes))


def _drawn(form: str, matrix: Matrix, language: str, within: Room | None = None) -> bytes:
    spec = _specification(matrix, language)
    if find_spec("vl_convert") is None:
        raise MissingExtra("charts", "Drawing a chart to a file")
    if is_vega(spec):
        spec |= {"config": VEGA_CONFIG}
    # What is counted and the filter stand above the drawing.
    lines = caption_lines(matrix, language)[2 if matrix.caption.filter else 1 :]
    below = fit_all([*lines, *cell_lines(matrix, language)])
    task = f"{__name__}:{draw_there.__name__}"
    try:
        made: bytes = _apart.call(task, form, spec, _options(spec, language), below, within)
    except UnreadableSource as error:
        raise InvalidInput(
            "not-drawn",
            "The chart could not be drawn; a sign in its words may be the cause.",
            "Another kind of file (.svg, .png, .html) may do.",
        ) from error
    return made


def as_svg(matrix: Matrix, language: str) -> bytes:
    """The chart as SVG with its caption. Raises :class:`InvalidInput`, :class:`MissingExtra`."""
    return _drawn("svg", matrix, language)


def as_png(matrix: Matrix, language: str, within: Room | None = None) -> bytes:
    """The chart as PNG at 300 points per inch, no larger than the room it has (inches, wide and tall).

    Raises as :func:`as_svg`.
    """
    return _drawn("png", matrix, language, within)


def as_pdf(matrix: Matrix, language: str) -> bytes:
    """The chart as PDF. Raises as :func:`as_svg`."""
    return _drawn("pdf", matrix, language)
