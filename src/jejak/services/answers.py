"""Answers that are kept for who asks the same again, as long as the study stays as it is."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from ..model.corpus import Corpus

__all__ = ["Answers"]

T = TypeVar("T")


class Answers(Generic[T]):
    """The last answers about one corpus: columns are made anew whenever anything changed, within a
    change that is not written yet as well, so an answer about others is never given.

    They are kept while they weigh ``most`` together (each 1, or as ``weigh`` says); the last one is
    kept whatever it weighs.
    """

    def __init__(self, most: int, weigh: Callable[[T], int] = lambda _: 1) -> None:
        self._most = most
        self._weigh = weigh
        self._lock = threading.Lock()
        self._about: Corpus | None = None
        self._kept: OrderedDict[Hashable, T] = OrderedDict()

    def of(self, corpus: Corpus, key: Hashable, make: Callable[[], T]) -> T:
        """The answer to a question (``key``) about a corpus, made where it is not there."""
        with self._lock:
            if self._about is corpus and key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        answer = make()
        with self._lock:
            if self._about is not corpus:
                self._about = corpus
                self._kept.clear()
            self._kept[key] = answer
            self._kept.move_to_end(key)
            weight = sum(map(self._weigh, self._kept.values()))
            while weight > self._most and len(self._kept) > 1:
                weight -= self._weigh(self._kept.popitem(last=False)[1])
        return answer
