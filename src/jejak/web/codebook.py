"""Codes as they are told: where each lies in the tree, and how often it was used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ..analysis.coders import of_coders
from ..errors import NotFound
from ..model import Code
from ..model.corpus import Corpus
from .forms.codes import CodeOut
from .opened import OpenStudy

__all__ = ["code_out", "codes_out"]


def codes_out(here: OpenStudy, coders: list[str] | None = None) -> list[CodeOut]:
    """All codes in the order of the tree, with the codings of some people counted, or all."""
    with here.study.store.view():
        corpus = of_coders(here.study.store.corpus(), coders)
        return _told(corpus, here.study.codebook.all(), here.revisions(Code.KIND))


def code_out(here: OpenStudy, guid: str) -> CodeOut:
    """One code. Raises :class:`NotFound`."""
    with here.study.store.view():
        code = here.study.store.get(Code, guid)
        revision = here.revision(Code.KIND, guid)
        found = _told(here.study.store.corpus(), [code], {guid: revision})
    if not found:
        raise NotFound("no-such-code", f"There is no code {guid}.")
    return found[0]


def _told(corpus: Corpus, codes: Sequence[Code], revisions: Mapping[str, int]) -> list[CodeOut]:
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
        if (row := place.get(code.guid)) is not None  # the columns may be newer than the view
    ]
