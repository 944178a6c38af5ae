"""Content-analytic summary table: which cases share which codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..model.corpus import Corpus
from ..model.message import say
from ..model.shape import Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .literature import in_chapter
from .matrix import Facet
from .skeleton import CODES, TOP, concepts, skeleton, who

__all__ = ["KIND", "compute"]


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Which cases share which codes. Settings: see :data:`KIND`."""
    codes, by = concepts(corpus, settings), Facet.read(settings["by"])
    matrix = skeleton(
        corpus,
        only,
        KIND.name,
        [codes],
        [by],
        {**settings, "cell": "cases"},
        title=say("Which cases share which codes"),
    )
    return who(corpus, only, matrix, [codes], by)


KIND = DisplayKind(
    name="content-analytic-summary",
    title=say("Content-analytic summary table"),
    purpose="explore",
    about=say(
        "Use it to see which cases share what: a row for each code, a column for each group, "
        "the number of cases and who they are."
    ),
    source=in_chapter("explore", say("content-analytic summary table")),
    settings=(
        CODES,
        replace(TOP, default=40),
        Setting("by", say("Columns"), "attribute", default="case"),
    ),
    compute=compute,
    example={"by": "case.peran"},
    shown="words",
)
