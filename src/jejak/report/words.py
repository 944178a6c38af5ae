"""The words for values that a study keeps in English: kinds, statuses, stances, outcomes."""

from __future__ import annotations

from ..model import Message, say
from ..model.coding import ORIGINS

__all__ = ["WORDS"]

_SOURCES = (
    say("interview"), say("focus group"), say("observation"), say("document"), say("posts"),
    say("survey"), say("literature"), say("other"), say("text"), say("table"), say("picture"),
    say("sound"), say("video"),
)  # fmt: skip
_CASES = (say("person"), say("group"), say("channel"), say("place"))
_CODES = (say("a priori"), say("inductive"), say("pattern"), say("first"), say("second"))
_MEMOS = (
    say("theoretical"), say("method"), say("reflexive"), say("summary"), say("jotting"),
    say("metaphor"),
)  # fmt: skip
_FINDINGS = (
    say("description"), say("relation"), say("cause"), say("typology"), say("exception"),
    say("hunch"), say("proposition"), say("supported"), say("verified"), say("qualified"),
    say("rejected"),
)  # fmt: skip
_CONFIDENCE = (say("very low"), say("low"), say("moderate"), say("high"))
_EVIDENCE = (say("supports"), say("qualifies"), say("contradicts"))
_OUTCOMES = (say("holds"), say("weak"), say("fails"), say("not applicable"))
_ORIGINS = (
    say("by hand"), say("in vivo"), say("by rule"), say("from a table or another program"),
    say("an accepted suggestion"), say("settled"),
)  # fmt: skip
_LANGUAGES = (say("Indonesian"), say("English"))

WORDS: dict[str, Message] = {
    message.text: message
    for family in (_SOURCES, _CASES, _CODES, _MEMOS, _FINDINGS, _CONFIDENCE, _EVIDENCE, _OUTCOMES)
    for message in family
}
WORDS |= dict(zip(ORIGINS, _ORIGINS, strict=True))
WORDS |= dict(zip(("id", "en"), _LANGUAGES, strict=True))
WORDS["image"] = say("picture")
WORDS["audio"] = say("sound")
