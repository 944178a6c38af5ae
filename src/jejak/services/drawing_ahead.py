"""Pictures that are drawn while the rest of a report is put together: what draws has a process of its
own, and takes longer over a large picture than all the words take."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import Any, Self

from ..report.facts import DisplayFacts

__all__ = ["DrawingAhead"]


class DrawingAhead:
    """Draws in one ``form`` (``svg`` or ``png``; none where it is empty) and language, one after the
    other, until it is left."""

    def __init__(self, form: str, language: str) -> None:
        self._form = form
        self._language = language
        self._pool = ThreadPoolExecutor(1, "drawing")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def begun(self, display: DisplayFacts) -> DisplayFacts:
        """The display, its picture begun: whoever asks for it waits for the rest."""
        draw = getattr(display, self._form) if self._form else None
        if draw is None:
            return display
        made: Future[Any] = self._pool.submit(draw, self._language)
        told: dict[str, Any] = {self._form: lambda _: made.result()}
        return replace(display, **told)
