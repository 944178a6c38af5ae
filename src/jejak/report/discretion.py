"""What leaves a study: no name that is known to be real, no character that breaks a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ..documents.document import Document
from ..model.characters import fit
from .walking import anchors, retold

__all__ = ["fit_to_leave", "replacing"]


def replacing(names: Mapping[str, str]) -> Callable[[str], str]:
    """What puts pseudonyms in the place of real names, as whole words, the longest first."""
    known = sorted((name for name in names if name.strip()), key=len, reverse=True)
    if not known:
        return lambda text: text
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)")
    return lambda text: pattern.sub(lambda match: names[match.group()], text)


def fit_to_leave(document: Document, names: Mapping[str, str]) -> Document:
    """The document as it may leave: ``names`` (real -> pseudonym) replaced wherever they stand,
    unfit characters shown as ``�``, links that lead nowhere taken off."""
    hide = replacing(names)
    return retold(document, lambda text: hide(fit(text)), anchors(document))
