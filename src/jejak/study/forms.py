"""Summary forms as a notebook sees them."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Record
from ..services.forms import Forms
from .handle import Handle

__all__ = ["FormCollection"]


class FormCollection(Forms):
    """The summary forms of a study."""

    def of(self, owner: Handle[Record], name: str) -> dict[str, str]:
        """What was written in a form of a source or case, by the name of the field.

        Raises :class:`NotFound`, :class:`InvalidInput`.
        """
        return dict(self.read(owner.record.KIND, owner.guid, name).values)

    def write(
        self, owner: Handle[Record], name: str, values: Mapping[str, str], language: str = "en"
    ) -> None:
        """Fill in fields of a form of a source or case; an empty text takes one out again.

        Raises :class:`NotFound`, :class:`InvalidInput` (no such field).
        """
        self.fill(owner.record.KIND, owner.guid, name, values, language)
