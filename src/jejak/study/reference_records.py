"""What else stands on record in the reference study: surprises, reasoning, translations, remarks, and a
manuscript tied to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..documents.document import Document, Paragraph, Run
from ..documents.docx import as_word
from ..model import Code, Finding, Message, Source, say
from ..services.translations import Translations
from ..services.verification import Verification
from ..store.lookups import find_code, find_finding, find_source, find_user
from .study import Study

__all__ = ["note_records"]

_FINDERS = {Code.KIND: find_code, Finding.KIND: find_finding, Source.KIND: find_source}
_WORDED = ("expectation", "theory", "sought", "result", "proposition", "prediction", "why")


def note_records(
    study: Study, plan: Mapping[str, Any], language: str, called: Mapping[str, str]
) -> Message:
    """Put on record what ``plan`` says, each by the one who did, in a language. ``called`` are the
    codes' names in it."""
    with study.store.write(say("Put on record what surprised and what was said"), study.user.guid):
        for kind, many in (
            ("surprise", "surprises"),
            ("step", "steps"),
            ("plausible", "plausible"),
        ):
            for one in plan[many]:
                _record(study, kind, one, language)
        for one in plan["translations"]:
            Translations(study.store, study.user.guid).write_at(
                *_place(study, one), "en", one["en"], plan["translator"]
            )
        for one in plan["remarks"]:
            _remark(study, one, language, called)
        passages = _manuscript(study, plan["manuscript"], language)
    return say(
        "{remarks} remarks, {translations} translations, and a manuscript with {n} passages",
        remarks=len(plan["remarks"]), translations=len(plan["translations"]), n=passages,
    )  # fmt: skip


def _word_file(told: Mapping[str, Any], language: str) -> bytes:
    paragraphs = tuple(Paragraph((Run(one[language]),)) for one in told["paragraphs"])
    document = Document(language, told["title"][language], "", paragraphs, (), "", "")
    return as_word(document)


def _place(study: Study, one: Mapping[str, Any]) -> tuple[Source, int, int]:
    source = study.sources.get(one["source"])
    return source, *study.coding.locate(source, one["quote"])


def _record(study: Study, kind: str, one: Mapping[str, Any], language: str) -> None:
    with study.store.read() as rows:
        by = find_user(rows, one["by"]).guid
    places = [_place(study, words) for words in one.get("words", ())]
    values = {name: one[name][language] for name in _WORDED if name in one}
    if "seen" in one:
        values["seen"] = one["seen"]
    Verification(study.store, by).add(
        study.findings.get(one["finding"]), kind,
        words=[(source.guid, start, end) for source, start, end in places], **values,
    )  # fmt: skip


def _remark(study: Study, one: Mapping[str, Any], language: str, called: Mapping[str, str]) -> None:
    kind, name = one["about"]["kind"], one["about"]["name"]
    text, who = one["text"][language], one["who"][language]
    if "words" in one:
        place = _place(study, {"source": name, "quote": one["words"]})
        made = study.remarks.add_at(*place, text, who=who)
    else:
        with study.store.read() as rows:
            about = _FINDERS[kind](rows, called[name] if kind == Code.KIND else name)
        made = study.remarks.add(kind, about.guid, text, who=who)
    if "answer" in one:
        study.remarks.update(
            made.guid, answer=one["answer"][language], settled=one.get("settled", False)
        )


def _manuscript(study: Study, told: Mapping[str, Any], language: str) -> int:
    data = _word_file(told, language)
    made = study.manuscripts.take(told["name"][language], data).manuscript
    cards = study.manuscripts.passages(made)
    right = [one.annotation.guid for one in cards if one.standing == "proposed"]
    study.manuscripts.accept(right)
    for one in told["tied"]:
        # The title is the first paragraph of the file.
        text = told["paragraphs"][one["paragraph"] - 1][language]
        at = made.paragraphs.index(text)
        study.manuscripts.add(
            made, at + 1, 0, len(text), findings=[one["finding"]], note=one["note"][language]
        )
    return len(cards) + len(told["tied"])
