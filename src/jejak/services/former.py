"""What the history of a study knows of GUIDs and names that nothing in it has any more."""

from __future__ import annotations

from uuid import UUID

from ..displays.attributes import attribute_label
from ..displays.mending import Gone
from ..model import Attribute, Code
from ..model.corpus import Corpus
from ..store import Rows
from ..store.departed import departed, former_attribute

__all__ = ["FormerNames"]


class FormerNames:
    """Looks up in one view of a study what became of something."""

    def __init__(self, rows: Rows, corpus: Corpus) -> None:
        self._rows = rows
        self._corpus = corpus

    def code(self, guid: str) -> Gone | None:
        """A code that is gone, and the one that it became part of, through however many merges."""
        known = self._corpus.codes.guid
        if guid in known or not _is_guid(guid):
            return None
        first = gone = departed(self._rows.conn, Code.KIND, guid)
        seen = {guid}
        while gone is not None and gone.into is not None and gone.into not in seen:
            seen.add(gone.into)
            if gone.into in known:
                path = self._corpus.codes.path[known.index(gone.into)]
                return Gone(first.name if first else "", gone.into, path)
            gone = departed(self._rows.conn, Code.KIND, gone.into)
        return None if first is None else Gone(first.name)

    def attribute(self, of: str, name: str) -> Gone | None:
        """An attribute that is not called so any more, and what it is called now."""
        if attribute_label(of, name, self._corpus) is not None:
            return None
        guid = former_attribute(self._rows.conn, of, name)
        if guid is None:
            return None
        now = [one.name for one in self._rows.all(Attribute) if one.guid == guid and one.of == of]
        return Gone(name, now[0] if now else None)

    def was(self, kind: str, guid: str) -> bool:
        """Whether a case or source that is gone ever was there."""
        return _is_guid(guid) and departed(self._rows.conn, kind, guid) is not None


def _is_guid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
