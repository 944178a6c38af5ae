"""The templates of pages, whatever stands on them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from ..errors import MissingExtra

__all__ = ["page_template"]


def page_template(
    name: str, wanted_for: str, **filters: Callable[..., object]
) -> tuple[Any, Callable[[str], Any]]:
    """A template by its file, with ``filters`` of its own, and what marks text as safe.

    Raises :class:`MissingExtra` where the library for it is not installed, saying what it was
    ``wanted_for``.
    """
    try:
        jinja = import_module("jinja2")
    except ImportError:
        raise MissingExtra("report", wanted_for) from None
    environment = jinja.Environment(
        loader=jinja.PackageLoader("jejak", "documents"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja.StrictUndefined,
    )
    environment.filters.update(filters)
    return environment.get_template(name), import_module("markupsafe").Markup
