"""What a report opens with: its title, its questions, what was known before."""

from __future__ import annotations

from ...model import say
from ..facts import ReportFacts
from .coding import FILLS as _CODING
from .filled import Fill, Filled, Place
from .sample import FILLS as _SAMPLE

__all__ = ["FILLS"]


def _title(facts: ReportFacts) -> Filled:
    sentence = say(
        "The study is called “{title}”. Whether that names topic and approach is for you to say.",
        title=facts.info.title,
    )
    return Filled(
        "partly", sentence, {"title": facts.info.title},
        say("Name in the title what the study is about, and that it is qualitative."),
        (Place("settings"),),
    )  # fmt: skip


def _abstract(facts: ReportFacts) -> Filled:
    words = len(facts.info.description.split())
    sentence = (
        say("The study is described in {n} words.", n=words)
        if words
        else say("The study has no description.")
    )
    return Filled(
        "partly" if words else "not on record", sentence, {"words": words},
        say("Write an abstract: background, purpose, methods, results, conclusions."),
        (Place("settings"),),
    )  # fmt: skip


def _prior(facts: ReportFacts) -> Filled:
    works = len(facts.works)
    read = sum(one.source.kind == "literature" for one in facts.sources)
    sentence = say(
        "Works of the literature on record: {works}; of them or others read as sources: {read}.",
        works=works, read=read,
    )  # fmt: skip
    return Filled(
        "partly" if works or read else "not on record", sentence, {"works": works, "read": read},
        say("Say why the problem matters and what earlier work leaves open."),
        (Place("references"),), part="references",
    )  # fmt: skip


def _questions(facts: ReportFacts) -> Filled:
    n = len(facts.questions)
    sentence = say("The study asks {n} question.|The study asks {n} questions.", n=n)
    return Filled(
        "on record" if n else "not on record", sentence, {"questions": n},
        None if n else say("Write down what the study asks: Settings."), (Place("settings"),),
        tuple((str(one.position), one.text) for one in facts.questions), "questions",
    )  # fmt: skip


def _sampling(facts: ReportFacts) -> Filled:
    sample, enough = _SAMPLE["sample_size"](facts), _CODING["saturation"](facts)
    told = [sample.sentence, enough.sentence]
    known = any(one.state in {"on record", "partly"} for one in (sample, enough))
    return Filled(
        "partly" if known else "not on record",
        say("{size} {enough}", size=told[0], enough=told[1]),
        {**sample.facts, **enough.facts},
        say("Say how and why these were chosen, and why it was enough."), (Place("cases"),),
        part="participants",
    )  # fmt: skip


FILLS: dict[str, Fill] = {
    "title": _title, "abstract": _abstract, "prior_work": _prior, "questions": _questions,
    "sampling": _sampling,
}  # fmt: skip
