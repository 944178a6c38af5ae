"""Lazy tables of names: a family's parts are loaded when they are asked for, never before."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Generic, TypeVar, cast

from .errors import NotFound

__all__ = ["Registry"]

T = TypeVar("T")


@cache
def _points() -> Any:
    """Those of all packages: to look through them takes longer than a display of a small study."""
    return entry_points()


class Registry(Generic[T]):
    """A family of parts by name: Jejak's own from a table ``name -> "module:attribute"``, other
    packages' from entry points of the group ``jejak.FAMILY``."""

    def __init__(self, family: str, table: Mapping[str, str]) -> None:
        self.family = family
        self._table = dict(table)
        self._loaded: dict[str, T] = {}
        self._visitors: dict[str, EntryPoint] | None = None

    def names(self) -> tuple[str, ...]:
        """All names: Jejak's own in their order, then visitors'."""
        return (*self._table, *(name for name in self._others() if name not in self._table))

    def get(self, name: str) -> T:
        """The part of that name. Raises :class:`NotFound`, which lists the names there are."""
        if name not in self._loaded:
            self._loaded[name] = self._load(name)
        return self._loaded[name]

    def all(self) -> dict[str, T]:
        """Every part by name, all of them loaded."""
        return {name: self.get(name) for name in self.names()}

    def _load(self, name: str) -> T:
        if name in self._table:
            module, _, attribute = self._table[name].partition(":")
            return cast(T, getattr(import_module(module), attribute))
        if name in self._others():
            return cast(T, self._others()[name].load())
        raise NotFound(
            f"no-such-{self.family}",
            f"There is no {self.family} “{name}”.",
            f"There are: {', '.join(self.names())}.",
        )

    def _others(self) -> dict[str, EntryPoint]:
        if self._visitors is None:
            found = _points().select(group=f"jejak.{self.family}")
            self._visitors = {point.name: point for point in found}
        return self._visitors
