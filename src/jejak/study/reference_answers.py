"""What the coders of the reference study answered to items of checklists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..model import Message, say
from ..services.checklists import Checklists
from ..store.lookups import find_user
from .study import Study

__all__ = ["note_answers"]


def note_answers(study: Study, answers: Sequence[Mapping[str, Any]], language: str) -> Message:
    """Answer items as ``answers`` say, each by the one who did, in a language."""
    verb = say("Answer {n} items of checklists", n=len(answers))
    with study.store.write(verb, study.user.guid) as change:
        for one in answers:
            Checklists(study.store, find_user(change.rows, one["by"]).guid).answer(
                one["list"], str(one["item"]), state=one.get("state", "on record"),
                text=one["text"][language], place=one.get("place", ""),
            )  # fmt: skip
    return say("{n} items of checklists answered", n=len(answers))
