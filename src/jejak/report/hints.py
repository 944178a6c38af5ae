"""What the checks of a finding hint at for each component of confidence: computed, and no judgement.

After GRADE-CERQual (Lewin et al. 2018): limitations of method by how the words came about, coherence by
what does not fit, adequacy by quantity and richness, relevance by whom the material speaks of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from statistics import median
from typing import Any

from ..analysis.text import word_spans
from ..model import Message, say
from .facts import FindingStory

__all__ = ["hints"]

_Known = Mapping[str, Mapping[str, Any]]


def hints(story: FindingStory, component: str) -> list[Message]:
    """What is computed for a component of :data:`~jejak.model.verification.CERQUAL`, in sentences;
    nothing for what is not to leave the study."""
    known = {one.verdict.tactic: one.verdict.facts for one in story.checks if not one.stays}
    return list(_HINTS[component](story, known))


def _method(_: FindingStory, known: _Known) -> Iterator[Message]:
    told = known.get("researcher-effects", {})
    if told.get("supports"):
        yield say(
            "How the words came about is recorded for {told} of {n} supports.",
            told=told["recorded"], n=told["supports"],
        )  # fmt: skip
        for name, sentence in _SHARES.items():
            if told.get(name) is not None:
                yield Message(sentence.text, {"percent": _percent(told[name])})
    coded = known.get("coders", {})
    if coded.get("supports"):
        yield say(
            "{both} of {n} supports were coded by several people.",
            both=coded["coded_by_several"], n=coded["supports"],
        )  # fmt: skip


_SHARES = {
    "solicited": say("{percent}% were given on request."),
    "leading": say("{percent}% answer a leading question."),
    "in_company": say("{percent}% were told in company."),
}


def _coherence(_: FindingStory, known: _Known) -> Iterator[Message]:
    told = known.get("negative-evidence", {})
    if told:
        yield say(
            "{qualified} and {contradicted}; searches for more: {searches}.",
            qualified=say("{n} qualifies it|{n} qualify it", n=told["qualifying"]),
            contradicted=say("{n} contradicts it|{n} contradict it", n=told["contradicting"]),
            searches=told["searches"],
        )  # fmt: skip
    unlike = known.get("outliers", {}).get("fails_for")
    if unlike:
        yield say("It fails for {names}.", names=list(unlike))


def _adequacy(story: FindingStory, known: _Known) -> Iterator[Message]:
    own = [one.passage.text for one in story.of("supports") if one.passage is not None]
    # Words are read of what is quoted alone, and a stretch of a picture or recording has none.
    read = [len(word_spans(text)) for text in own if text]
    if read and len(read) == len(own):
        yield say(
            "{n} passage supports it, of {words} words.|"
            "{n} passages support it, of {words} words in the median.",
            n=len(own), words=float(median(read)),
        )  # fmt: skip
    elif own:
        yield say("{n} passage supports it.|{n} passages support it.", n=len(own))
        yield from _quoted(read)
    told = known.get("representativeness", {})
    if told.get("supporting"):
        yield say(
            "{n} participant supports it, as if it were {effective} who say equally much.|"
            "{n} participants support it, as if it were {effective} who say equally much.",
            n=told["supporting"], effective=told["effective_sources"],
        )  # fmt: skip


def _quoted(read: list[int]) -> Iterator[Message]:
    if read:
        yield say(
            "The one that is quoted is of {words} words.|"
            "The {n} that are quoted are of {words} words in the median.",
            n=len(read), words=float(median(read)),
        )  # fmt: skip


def _relevance(_: FindingStory, known: _Known) -> Iterator[Message]:
    told = known.get("representativeness", {})
    if told.get("exposed"):
        yield say(
            "{supporting} of the {exposed} who speak of it support it; it speaks about {scope} cases.",
            supporting=told["supporting"], exposed=told["exposed"], scope=told["in_scope"],
        )  # fmt: skip
    if told.get("silent"):
        yield say("Silent: {names}.", names=list(told["silent"]))


def _percent(share: float) -> int:
    return round(100 * share)


_HINTS: Mapping[str, Callable[[FindingStory, _Known], Iterator[Message]]] = {
    "methodological limitations": _method,
    "coherence": _coherence,
    "adequacy": _adequacy,
    "relevance": _relevance,
}
