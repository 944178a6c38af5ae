"""Making very many objects without being looked through again and again for circles among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

__all__ = ["undisturbed"]


class _Rest:
    """How many are at it, in any thread, and whether the collector was on before the first of them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._many = 0
        self._was_on = False

    def begin(self) -> None:
        with self._lock:
            if not self._many:
                self._was_on = gc.isenabled()
                gc.disable()
            self._many += 1

    def end(self) -> None:
        with self._lock:
            self._many -= 1
            if not self._many and self._was_on:
                gc.enable()


_REST = _Rest()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Python's collector of circular garbage rests within: a third of the time of a long report went into
    it, and records hold no circles. What nothing refers to goes at once all the same."""
    _REST.begin()
    try:
        yield
    finally:
        _REST.end()
