"""Parts of names that are hidden: which words they are, and what a quotation cuts of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from ..analysis.text import word_key
from ..analysis.words.forms import CLITICS, stop_words
from ..model.shape import Heading, Matrix

__all__ = ["HIDDEN", "apart", "letters_of", "parts_of_names", "without_rests"]

HIDDEN = "…"
# A shorter part of a name is an initial or a word of its own.
_SHORTEST = 3
# Less of a word is no name to anybody.
_SHORTEST_CUT = 4
# So far from an end of a quotation a name is looked for.
_REACH = 100
_WORD = re.compile(r"\w+")
_NO_LETTERS = re.compile(r"[\W\d_]+")


# How people are addressed, and what they are called in material before they have a name.
_ROLES = frozenset({
    "ibu", "bapak", "pak", "mas", "mbak", "mba", "kak", "kakak", "bang", "abang", "adik", "dik",
    "tante", "haji", "hajah", "ustaz", "ustadz", "ustazah", "ustadzah", "kyai", "kiai", "teh",
    "teteh", "uda", "uni", "daeng", "gus", "ning", "nyonya", "tuan", "nona", "saudara", "saudari",
    "prof", "drs", "dra", "mrs", "miss", "sir", "madam", "mother", "father", "brother", "sister",
    "peserta", "partisipan", "informan", "responden", "narasumber", "pewawancara", "terwawancara",
    "moderator", "fasilitator", "peneliti", "pembicara", "pengamat", "subjek", "kasus", "orang",
    "siswa", "guru", "mahasiswa", "pasien", "penjual", "pembeli", "anonim", "admin",
    "participant", "informant", "respondent", "interviewer", "interviewee", "facilitator",
    "researcher", "speaker", "observer", "subject", "case", "person", "people", "student", "teacher",
    "patient", "seller", "buyer", "anonymous", "wawancara", "interview",
})  # fmt: skip


def parts_of_names(names: Iterable[str], but: Iterable[str] = ()) -> frozenset[str]:
    """The parts of some names, as words are compared, without common words (*Mas*, *Bu*, *Peserta*),
    what is written small in a name that has capitals (*van*), and what is part of the names in
    ``but``, which may be shown."""
    shown = {part for name in but for part in letters_of(name)}
    found = {part for name in names for part in _capital(name) if len(part) >= _SHORTEST}
    return frozenset(found - shown - stop_words("id and en") - _ROLES)


def letters_of(text: str) -> list[str]:
    """The runs of letters of a text, as words are compared."""
    return [piece for piece in _NO_LETTERS.split(word_key(text)) if piece]


def _capital(name: str) -> list[str]:
    pieces = [piece for piece in _NO_LETTERS.split(name) if piece]
    if any(piece[0].isupper() for piece in pieces):
        pieces = [piece for piece in pieces if not piece[0].islower()]
    return [part for piece in pieces for part in letters_of(piece)]


def without_rests(names: Iterable[str], but: Iterable[str] = ()) -> Callable[[str], str]:
    """What hides the rest of a name where words begin within it, and its beginning where they end
    within it, for a quotation may cut a name in two. Common words and parts of the names in ``but``,
    which may be shown, stay."""
    forms = {_one_line(name) for name in names}
    stay = {piece for name in but for piece in letters_of(name)} | stop_words("id and en")
    rests = _cuts((form[at:] for form in forms for at in range(1, len(form))), forms, stay)
    begun = _cuts((form[:at] for form in forms for at in range(1, len(form))), forms, stay)
    longest = max(map(len, forms), default=0)

    def told(words: str) -> str:
        inside = _one_line(words)
        short = _SHORTEST_CUT <= len(inside) < longest and inside not in stay
        if short and any(inside in form and inside != form for form in forms):
            return HIDDEN
        return _end_hidden(_beginning_hidden(words, rests), begun)

    return told if rests or begun else str


def _cuts(cuts: Iterable[str], forms: set[str], stay: set[str]) -> frozenset[str]:
    """What may be left of names: whole words of them, or enough of one to tell of somebody."""
    whole = {piece for form in forms for piece in form.split()}
    return frozenset(
        cut
        for cut in {cut.strip() for cut in cuts} - stay
        if len(cut) >= (_SHORTEST if cut in whole else _SHORTEST_CUT)
    )


def _beginning_hidden(words: str, rests: frozenset[str]) -> str:
    found = list(_WORD.finditer(words, 0, _REACH))
    for last in reversed(found):
        for clitic in ("", *CLITICS):
            end = last.end() - len(clitic)
            if _one_line(words[found[0].start() : end]) in rests and words.endswith(
                clitic, end, last.end()
            ):
                return f"{words[: found[0].start()]}{HIDDEN}{words[end:]}"
    return words


def _end_hidden(words: str, begun: frozenset[str]) -> str:
    found = list(_WORD.finditer(words, max(len(words) - _REACH, 0)))
    for first in found:
        if _one_line(words[first.start() : found[-1].end()]) in begun:
            return f"{words[: first.start()]}{HIDDEN}{words[found[-1].end() :]}"
    return words


def _one_line(words: str) -> str:
    return " ".join(word_key(words).split())


def apart(matrix: Matrix) -> Matrix:
    """The matrix with rows that are told alike now kept apart by their keys."""
    seen: Counter[str] = Counter()

    def named(heading: Heading) -> Heading:
        seen[heading.key] += 1
        count = seen[heading.key]
        return heading if count == 1 else replace(heading, key=f"{heading.key} {count}")

    return replace(matrix, rows=tuple(map(named, matrix.rows)))
