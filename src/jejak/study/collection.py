"""Collections: what a study holds of one kind, read like a mapping by name or GUID."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import Generic, TypeVar

from ..errors import InvalidInput, NotFound
from .tabular import Tabular

__all__ = ["Collection"]


H = TypeVar("H")


class Collection(Tabular, Generic[H]):
    """Read like a mapping: ``things["name"]``, ``"name" in things``, ``keys()``, ``len()``.

    Iterating gives the things themselves, in their order.
    """

    @abstractmethod
    def values(self) -> list[H]:
        """Everything in it, in its order."""

    @abstractmethod
    def _find(self, name: str) -> H:
        """The one of that name or GUID. Raises :class:`NotFound`, :class:`Conflict`."""

    @abstractmethod
    def keys(self) -> list[str]:
        """The names, in the same order."""

    def items(self) -> list[tuple[str, H]]:
        """Names and things."""
        return list(zip(self.keys(), self.values(), strict=True))

    def __getitem__(self, name: str) -> H:
        if not isinstance(name, str):
            raise InvalidInput("not-a-name", f"This is looked up by name or GUID, not by {name!r}.")
        return self._find(name)

    def __contains__(self, name: object) -> bool:
        if not isinstance(name, str):
            return False
        try:
            self._find(name)
        except NotFound:
            return False
        return True

    def __iter__(self) -> Iterator[H]:
        return iter(self.values())

    def __len__(self) -> int:
        return len(self.values())

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        names = self.keys()
        shown = ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
        return f"<{type(self).__name__} of {len(names)}: {shown}>"
