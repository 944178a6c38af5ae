"""How a chart looks in a file: white paper, dark letters, the same for both grammars of charts."""

from __future__ import annotations

from typing import Any

from ...i18n import translate
from ...model.when import MONTHS

__all__ = ["FONT", "INK", "QUIET", "TIME_ID", "VEGA_CONFIG", "VEGA_LITE_CONFIG"]

FONT = "Liberation Sans, Arimo, Helvetica, Arial, sans-serif"
INK, QUIET, FAINT, PAPER = "#12201f", "#54615f", "#c9d1d0", "#ffffff"

# What drawings name where a colour is the page's: letters, quiet letters, thin lines, the ground.
_STYLES = {
    "ink": {"fill": INK},
    "quiet": {"fill": QUIET},
    "faint": {"stroke": FAINT},
    "paper": {"fill": PAPER},
    "halo": {"fill": PAPER, "stroke": PAPER},
    "edge": {"stroke": QUIET, "strokeWidth": 0.6},
}
_WORDS = {"labelColor": "#1d2b2a", "titleColor": QUIET, "titleFontWeight": 500}
_TITLE = {
    "color": INK,
    "fontSize": 16,
    "fontWeight": 600,
    "subtitleColor": QUIET,
    "subtitleFontSize": 12,
    "subtitleLineHeight": 16,
}
_FONTS = {"labelFont": FONT, "titleFont": FONT}

VEGA_LITE_CONFIG: dict[str, Any] = {
    "background": PAPER,
    "padding": 16,
    "font": FONT,
    "axis": {**_WORDS, "labelFontSize": 12, "titleFontSize": 12},
    "legend": _WORDS,
    "title": _TITLE,
    "style": _STYLES,
}
VEGA_CONFIG: dict[str, Any] = {
    "background": PAPER,
    "padding": 16,
    "axis": {
        **_WORDS,
        **_FONTS,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "domainColor": "#8a9695",
        "tickColor": "#8a9695",
        "gridColor": "#e3e8e7",
    },
    "legend": {**_WORDS, **_FONTS},
    "title": {**_TITLE, "font": FONT, "subtitleFont": FONT},
    "text": {"fill": INK, "font": FONT, "fontSize": 12},
    "rule": {"stroke": FAINT},
    "style": _STYLES,
}

# Names of days and months as axes of time write them in Indonesian.
_DAYS = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"]
_MONTHS = [translate(month, "id") for month in MONTHS]
TIME_ID: dict[str, Any] = {
    "dateTime": "%A, %e %B %Y %X",
    "date": "%d/%m/%Y",
    "time": "%H.%M.%S",
    "periods": ["", ""],
    "days": _DAYS,
    "shortDays": [day[:3] for day in _DAYS],
    "months": _MONTHS,
    "shortMonths": [month[:3] for month in _MONTHS],
}
