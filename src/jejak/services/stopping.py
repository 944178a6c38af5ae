"""Exports that somebody can stop while they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..errors import InvalidInput
from ..formats.projects import Sink
from ..model import say

__all__ = ["stopping"]


class _Stopping:
    """Another sink, until somebody says stop."""

    def __init__(self, sink: Sink, stop: Callable[[], bool]) -> None:
        self._sink, self._stop = sink, stop

    def put(self, name: str, content: Iterable[bytes]) -> None:
        self._sink.put(name, self._pieces(content))

    def _pieces(self, content: Iterable[bytes]) -> Iterator[bytes]:
        for piece in content:
            self._ask()
            yield piece
        self._ask()

    def _ask(self) -> None:
        if self._stop():
            told = say("The export was stopped.")
            raise InvalidInput("cancelled", told, say("Nothing was written."))


def stopping(sink: Sink, stop: Callable[[], bool]) -> Sink:
    """The same sink; once ``stop`` says so, what is written raises :class:`InvalidInput` (``cancelled``)."""
    return _Stopping(sink, stop)
