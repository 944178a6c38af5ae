"""Codes as they are told: where each lies in the tree, and how often it was used."""

from __future__ import annotations

import numpy as np

from ..errors import NotFound
from ..model import Code
from .forms.codes import CodeOut
from .opened import OpenStudy

__all__ = ["code_out", "codes_out"]


def codes_out(here: OpenStudy) -> list[CodeOut]:
    """All codes in the order of the tree."""
    with here.study.store.read():
        codes = here.study.codebook.all()
        corpus = here.study.store.corpus()
        revisions = here.revisions(Code.KIND)
    tree = corpus.codes
    own = np.bincount(corpus.codings.code, minlength=len(tree.guid))
    upto = np.concatenate([[0], np.cumsum(own)])
    place = {guid: row for row, guid in enumerate(tree.guid)}
    return [
        CodeOut.of(
            code,
            revision=revisions[code.guid],
            path=tree.path[row],
            depth=int(tree.depth[row]),
            codings=int(own[row]),
            codings_below=int(upto[tree.last[row]] - upto[row]),
        )
        for code in codes
        for row in (place[code.guid],)
    ]


def code_out(here: OpenStudy, guid: str) -> CodeOut:
    """One code. Raises :class:`NotFound`."""
    found = next((code for code in codes_out(here) if code.guid == guid), None)
    if found is None:
        raise NotFound("no-such-code", f"There is no code {guid}.")
    return found
