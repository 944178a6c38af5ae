"""What a project file has no place for, as memos that a person can read in any program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...i18n import translate
from ...model import (
    Check,
    Code,
    Consent,
    Display,
    DisplayCell,
    Evidence,
    Finding,
    Message,
    Relation,
    Segment,
    Source,
    StudyInfo,
    say,
)
from ...model.case import Case
from .going import Going
from .intake import derived
from .xml_out import tag, text_of

__all__ = ["beyond"]

_QUOTED = 200
_STANCES = {
    "supports": say("supports"), "contradicts": say("contradicts"), "qualifies": say("qualifies"),
}  # fmt: skip


def beyond(going: Going) -> Iterator[tuple[str, str, list[str]]]:
    """Memos: the GUID of each, its element, and the GUIDs of the segments that it is about."""
    info = next(going.study.each(StudyInfo))
    told = _Telling(
        going, info.languages[0] if info.languages and info.languages[0] in {"id", "en"} else "en"
    )
    for one in going.study.each(Finding):
        yield told.finding(one)
    for relation in going.study.each(Relation):
        if relation.memo:
            yield *told.note(relation.guid, relation.memo, relation.type), [relation.guid]
    for title, body in (told.cells(), told.consents(), told.weights()):
        if body:
            yield *told.note(title, body, title), []


class _Telling:
    """How it is told, in one language."""

    def __init__(self, going: Going, language: str) -> None:
        self._going, self._language = going, language
        study = going.study
        self._evidence: dict[str, list[Evidence]] = defaultdict(list)
        for one in study.each(Evidence):
            self._evidence[one.finding].append(one)
        self._checks: dict[str, list[Check]] = defaultdict(list)
        for check in study.each(Check):
            self._checks[check.finding].append(check)
        self._sources = {one.guid: one for one in study.each(Source)}

    def _say(self, message: Message) -> str:
        return translate(message, self._language)

    def note(self, key: str, body: str, title: str) -> tuple[str, str]:
        """A memo by its GUID, as an element."""
        guid = derived("beyond", key)
        return guid, tag("Note", {"guid": guid, "name": title}, text_of("PlainTextContent", body))

    def finding(self, one: Finding) -> tuple[str, str, list[str]]:
        """A finding with what speaks for it and against it, and its checks."""
        title = self._say(
            say("Finding {label}: {statement}", label=one.label, statement=one.statement)
        )
        lines = [title, "", self._say(say("Status: {status}", status=one.status))]
        if one.confidence:
            lines.append(self._say(say("Confidence: {confidence}", confidence=str(one.confidence))))
        about: list[str] = []
        if self._evidence[one.guid]:
            lines += ["", self._say(say("Evidence"))]
        for evidence in self._evidence[one.guid]:
            lines.append(f"- {self._stance(evidence)}: {self._words(evidence, about)}")
            if evidence.why:
                lines.append(f"  {evidence.why}")
        if self._checks[one.guid]:
            lines += ["", self._say(say("Checks"))]
        lines += [
            f"- {check.tactic}: {check.verdict} {check.note}".rstrip()
            for check in self._checks[one.guid]
        ]
        return *self.note(one.guid, "\n".join(lines), title), about

    def _stance(self, evidence: Evidence) -> str:
        known = _STANCES.get(evidence.stance)
        return self._say(known) if known else evidence.stance

    def _words(self, evidence: Evidence, about: list[str]) -> str:
        if evidence.target_kind != Segment.KIND:
            return evidence.target_kind
        segment = next(self._going.study.each(Segment, guid=evidence.target), None)
        if segment is None or segment.source not in self._sources:
            return ""
        about.append(segment.guid)
        source = self._sources[segment.source]
        words = segment.lost or self._going.study.text(source.text)[segment.start : segment.end]
        shown = words if len(words) <= _QUOTED else words[:_QUOTED] + "…"
        return f"“{shown}” ({source.name})"

    def cells(self) -> tuple[str, str]:
        """What analysts wrote into displays."""
        names = {one.guid: one.name for one in self._going.study.each(Display)}
        lines = [
            f"{names[one.display]} · {one.row} × {one.column}: {one.text}"
            for one in self._going.study.each(DisplayCell)
        ]
        return self._say(say("Words in displays")), "\n".join(lines)

    def consents(self) -> tuple[str, str]:
        """What participants agreed to."""
        names = {one.guid: one.name for one in self._going.study.each(Case)}
        lines = [
            f"{names[one.case]}: {one.scope} {one.date or ''} {one.withdrawn or ''}".rstrip()
            for one in self._going.study.each(Consent)
        ]
        return self._say(say("Consent")), "\n".join(lines)

    def weights(self) -> tuple[str, str]:
        """Weights of codings."""
        codes = {one.guid: one.name for one in self._going.study.each(Code)}
        lines = [
            f"{codes.get(one.code, '')}: {one.weight} ({one.guid})" for one in self._going.weighted
        ]
        return self._say(say("Weights of codings")), "\n".join(lines)
