"""What may leave a study in files: as its privacy says, and no name that is known to be real."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from ..errors import InvalidInput
from ..model import Attribute, StudyInfo, User
from ..model.characters import fit
from ..model.privacy import Privacy
from ..model.shape import Matrix
from ..report.discreet_matrix import retold_matrix, tells_of
from ..report.discretion import replacing
from ..store import Rows
from .report_facts_names import real_names

__all__ = ["Leaving"]


class Leaving:
    """What stands between a study, as one view of it shows it, and a file."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.privacy = Privacy.of(rows.all(StudyInfo)[0].settings)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The names that do not leave, each with what stands for it: real ones of cases, and those
        of coders where they are not to be named."""
        return {**real_names(self._rows), **self._coders()}

    def text(self, text: str) -> str:
        """A text as it may leave."""
        return self._replace(fit(text))

    def matrix(self, matrix: Matrix) -> Matrix:
        """A display as it may leave. Raises :class:`InvalidInput` (``hidden-attribute``) for one
        that is made by an attribute whose values stay in the study."""
        hidden = [one for one in self._rows.all(Attribute) if one.guid in self.privacy.hidden]
        for of in ("case", "source"):
            shown = tells_of(matrix, of, [one.name for one in hidden if one.of == of])
            if shown is not None:
                raise InvalidInput(
                    "hidden-attribute",
                    f"This display shows “{shown}”, whose values stay in the study.",
                    "Group or filter it by something else, or let the attribute leave: Settings,"
                    " what leaves the study.",
                )
        return retold_matrix(matrix, self.text)

    @cached_property
    def _replace(self) -> Callable[[str], str]:
        return replacing(self.names)

    def _coders(self) -> dict[str, str]:
        if self.privacy.coders == "name":
            return {}
        return {
            user.name: self.privacy.shown(number, user.name, user.initials)
            for number, user in enumerate(self._rows.all(User), 1)
        }
