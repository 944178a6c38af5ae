"""What leaves a study: no name that is known to be real, no part of one, no character that breaks a page.

Every way out of a study goes through here: reports, displays, files, sheets, crates, copies, trails.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from unicodedata import normalize

from ..analysis.text import word_spans
from ..analysis.words.forms import CLITICS
from ..documents.document import Document
from ..model.characters import fit
from ..model.identity import name_key
from ..store.correcting import Edit, corrected
from .discreet_words import HIDDEN, letters_of, parts_of_names, without_rests
from .walking import anchors, retold

__all__ = ["Discretion", "fit_to_leave"]


class Discretion:
    """Puts pseudonyms in the place of real names: whole ones, as words or with a clitic (*Budinya*), in
    small letters or large, however they are composed and spaced; and the words that hold a single part
    of one. A part that is told of several is told as ``…``.

    ``names`` (real -> pseudonym) are those of persons, ``things`` those of places and groups, whose
    parts are words like any other; ``shown`` are names that may be told.
    """

    def __init__(
        self,
        names: Mapping[str, str],
        shown: Iterable[str] = (),
        things: Mapping[str, str] | None = None,
    ) -> None:
        self.names: Mapping[str, str] = {**(things or {}), **names}
        self._persons = names
        self._shown = (*shown, *self.names.values())

    def text(self, text: str) -> str:
        """A text as it may leave."""
        return self.told(fit(text))

    def quotation(self, words: str) -> str:
        """Words of the material as they may leave: without what a quotation cuts of a name either."""
        return self.rests(self.text(words))

    def literature(self, text: str) -> str:
        """What is told of a published work as it may leave: authors are called as many people are, and
        so only whole names are replaced."""
        text = fit(text)
        edits = self._whole(text)
        return corrected(text, edits) if edits else text

    def told(self, text: str) -> str:
        """A text without names."""
        edits = self.edits(text)
        return corrected(text, edits) if edits else text

    def edits(self, text: str) -> list[Edit]:
        """What is put where in a text."""
        found, at = list[Edit](), 0
        for edit in self._whole(text):
            found += [*self._single(text, at, edit.start), edit]
            at = edit.end
        return [*found, *self._single(text, at, len(text))]

    @cached_property
    def rests(self) -> Callable[[str], str]:
        """What hides that which words cut of a name at their beginning and end."""
        return without_rests(self.names, but=self._shown)

    # --- whole names ---

    def _whole(self, text: str) -> list[Edit]:
        if self._pattern is None:
            return []
        return [
            Edit(*match.span(), self._known.get(_key(match.group()), HIDDEN))
            for match in self._pattern.finditer(text)
        ]

    @cached_property
    def _known(self) -> Mapping[str, str]:
        known: dict[str, str] = {}
        for name, shown in self.names.items():
            known.setdefault(_key(name), shown)
        known.pop("", None)
        return known

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if not self._known:
            return None
        names = (*self.names, *self._known)
        forms = {normalize(form, name) for name in names for form in ("NFC", "NFD")}
        ways = (
            r"\s+".join(map(re.escape, form.split()))
            for form in sorted(forms, key=len)[::-1]
            if form.strip()
        )
        after = rf"(?=(?:{'|'.join(CLITICS)})?(?!\w))"
        return re.compile(rf"(?<!\w)(?:{'|'.join(ways)}){after}", re.IGNORECASE)

    # --- single parts of them ---

    def _single(self, text: str, start: int, end: int) -> list[Edit]:
        """The words of a stretch that hold a part of a name."""
        stretch = text[start:end]
        if not self._parts or self._parts.keys().isdisjoint(letters_of(stretch)):
            return []
        words = (
            (first, last, self._held(stretch[first:last])) for first, last in word_spans(stretch)
        )
        return [Edit(start + first, start + last, told) for first, last, told in words if told]

    def _held(self, word: str) -> str | None:
        return next((self._parts[one] for one in letters_of(word) if one in self._parts), None)

    @cached_property
    def _parts(self) -> Mapping[str, str]:
        """Parts of names, alone and with each clitic, with whom they stand for."""
        found: dict[str, str] = {}
        for name, told in self._persons.items():
            for part in parts_of_names([name], but=self._shown):
                found[part] = told if found.get(part, told) == told else HIDDEN
        clitic = {f"{part}{one}": told for part, told in found.items() for one in CLITICS}
        return clitic | found


def _key(name: str) -> str:
    return " ".join(name_key(name).split())


def fit_to_leave(document: Document, discretion: Discretion) -> Document:
    """The document as it may leave: no real name in it, unfit characters shown as ``�``, links that
    lead nowhere taken off."""
    return retold(
        document,
        discretion.text,
        anchors(document),
        quote=discretion.rests,
        cite=discretion.literature,
    )
