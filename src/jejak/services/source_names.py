"""The names and files of a study's sources, so that none is given twice."""

from __future__ import annotations

from ..errors import Conflict
from ..model import Source
from ..model.identity import clean_name, name_key
from ..store import Store

__all__ = ["Names"]


class Names:
    """The names and files a study has, as an import goes on."""

    def __init__(self, store: Store) -> None:
        with store.read() as rows:
            known = list(rows.fields(Source, ("name", "original")))
        self._taken = {name_key(name) for name, _ in known}
        self._files = {original: name for name, original in known if original}

    def same_file(self, digest: str) -> str | None:
        """The name of the source that came from the same file."""
        return self._files.get(digest)

    def remember(self, digest: str, name: str) -> None:
        """Note the file of a source that is coming in."""
        self._files[digest] = name

    def unused(self, wanted: str) -> str:
        """The wanted name, with a number after it where it is taken."""
        wanted = clean_name(wanted, "source")
        name, number = wanted, 1
        while name_key(name) in self._taken:
            number += 1
            name = f"{wanted} ({number})"
        return name

    def free(self, wanted: str) -> str:
        """The same, taken from now on."""
        name = self.unused(wanted)
        self._taken.add(name_key(name))
        return name

    def claim(self, name: str, *, besides: str) -> str:
        """The name, if no source ``besides`` one has it. Raises :class:`Conflict`."""
        if name_key(name) in self._taken - {name_key(besides)}:
            raise Conflict("name-taken", f"There is a source “{name}” already.")
        return name
