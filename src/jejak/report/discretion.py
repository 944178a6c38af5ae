"""What leaves a study: no name that is known to be real, no character that breaks a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from unicodedata import normalize

from ..analysis.words.forms import CLITICS
from ..documents.document import Document
from ..model.characters import fit
from ..model.identity import name_key
from .discreet_words import without_rests
from .walking import anchors, retold

__all__ = ["fit_to_leave", "replacing", "standing"]

# For what is a name to the eye and to no rule of letters (a dotless *ı*).
HIDDEN = "…"


def replacing(names: Mapping[str, str]) -> Callable[[str], str]:
    """What puts pseudonyms in the place of real names, the longest first: as whole words or with a
    clitic (*Budinya*), in small letters or large, however they are composed and spaced."""
    found = _pattern(names)
    if found is None:
        return lambda text: text
    pattern, known = found
    return lambda text: pattern.sub(lambda match: known.get(_key(match.group()), HIDDEN), text)


def standing(names: Mapping[str, str]) -> Callable[[str], list[tuple[int, int, str]]]:
    """What finds where :func:`replacing` would put something else: (start, end, what)."""
    found = _pattern(names)
    if found is None:
        return lambda _: []
    pattern, known = found
    return lambda text: [
        (*match.span(), known.get(_key(match.group()), HIDDEN)) for match in pattern.finditer(text)
    ]


def _pattern(names: Mapping[str, str]) -> tuple[re.Pattern[str], Mapping[str, str]] | None:
    known: dict[str, str] = {}
    for name, shown in names.items():
        known.setdefault(_key(name), shown)
    known.pop("", None)
    if not known:
        return None
    forms = {normalize(form, name) for name in (*names, *known) for form in ("NFC", "NFD")}
    ways = (
        r"\s+".join(map(re.escape, form.split()))
        for form in sorted(forms, key=len)[::-1]
        if form.strip()
    )
    after = rf"(?=(?:{'|'.join(CLITICS)})?(?!\w))"
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)}){after}", re.IGNORECASE), known


def _key(name: str) -> str:
    return " ".join(name_key(name).split())


def fit_to_leave(document: Document, names: Mapping[str, str]) -> Document:
    """The document as it may leave: ``names`` (real -> pseudonym) replaced wherever they stand,
    unfit characters shown as ``�``, links that lead nowhere taken off."""
    hide, rests = replacing(names), without_rests(names, but=names.values())
    return retold(document, lambda text: hide(fit(text)), anchors(document), rests)
