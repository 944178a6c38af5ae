"""What may leave a study in files: as its privacy says, and no name that is known to be real."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from ..analysis.query.asking import Filled, asked_of_text
from ..errors import InvalidInput
from ..model import Attribute, Case, Code, StudyInfo, User
from ..model.identity import name_key
from ..model.privacy import Privacy
from ..model.shape import WORD, Matrix
from ..report.discreet_matrix import retold_matrix, tells_of
from ..report.discreet_words import apart
from ..report.discretion import Discretion
from ..store import Rows
from .report_facts_names import real_names
from .set_names import set_queries

__all__ = ["Leaving"]


class Leaving:
    """What stands between a study, as one view of it shows it, and a file."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.privacy = Privacy.of(rows.all(StudyInfo)[0].settings)

    @cached_property
    def discretion(self) -> Discretion:
        """What hides names: real ones of cases, and those of coders where they are not to be named."""
        persons, things = real_names(self._rows)
        shown = [case.name for case in self._rows.all(Case)]
        return Discretion({**persons, **self._coders()}, shown, things)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The names that do not leave, each with what stands for it."""
        return self.discretion.names

    @cached_property
    def hidden_names(self) -> frozenset[str]:
        """The names of the attributes whose values stay in the study."""
        found = self._rows.all(Attribute)
        return frozenset(one.name for one in found if one.guid in self.privacy.hidden)

    def stays(self, *queries: str) -> bool:
        """Whether any of the queries asks for an attribute whose values stay in the study: itself, or
        through sets and ratings."""
        hidden = self._hidden
        return bool(hidden) and any(
            not hidden.isdisjoint(asked_of_text(text, self._filled)) for text in queries
        )

    @cached_property
    def _hidden(self) -> frozenset[tuple[str, str]]:
        """Those whose values stay: of what they are, and their names as names are compared."""
        found = self._rows.all(Attribute)
        return frozenset(
            (one.of, name_key(one.name)) for one in found if one.guid in self.privacy.hidden
        )

    @cached_property
    def _filled(self) -> Filled:
        return set_queries(self._rows)

    def text(self, text: str) -> str:
        """A text as it may leave."""
        return self.discretion.text(text)

    def matrix(self, matrix: Matrix) -> Matrix:
        """A display as it may leave. Raises :class:`InvalidInput` (``hidden-attribute``) for one
        that is made by an attribute whose values stay in the study."""
        hidden = [one for one in self._rows.all(Attribute) if one.guid in self.privacy.hidden]
        for of in ("case", "source"):
            names = [one.name for one in hidden if one.of == of]
            shown = tells_of(matrix, of, names, self._filled)
            if shown is not None:
                raise InvalidInput(
                    "hidden-attribute",
                    f"This display shows “{shown}”, whose values stay in the study.",
                    "Group or filter it by something else, or let the attribute leave: Settings,"
                    " what leaves the study.",
                )
        told = retold_matrix(matrix, self.text, self.quotation)
        # Words that were told apart may be told alike now.
        return apart(told) if any(row.key.startswith(WORD) for row in matrix.rows) else told

    def quotation(self, words: str) -> str:
        """Words of the material as they may leave: without what a quotation cuts of a name either."""
        return self.discretion.quotation(words)

    def code(self, code: Code) -> Code:
        """A code whose entry is fit to leave."""
        text = self.text
        return replace(
            code,
            name=text(code.name),
            short=text(code.short),
            definition=text(code.definition),
            when_to_use=text(code.when_to_use),
            when_not_to_use=text(code.when_not_to_use),
            examples=tuple(map(self.quotation, code.examples)),
        )

    def _coders(self) -> dict[str, str]:
        if self.privacy.coders == "name":
            return {}
        return {
            user.name: self.privacy.shown(number, user.name, user.initials)
            for number, user in enumerate(self._rows.all(User), 1)
        }
