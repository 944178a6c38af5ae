"""The lines of codings on their way in: segments and codings, placed anew where their text was edited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from ...model import Coding, Record, Segment
from ...model.message import say
from .codings import IN_TEXT
from .folder import Folder
from .gathering import Gathering
from .placing import Quote, placed, quoted, shown_quote
from .texts import Texts

__all__ = ["coded_records"]

_NAMES = ("source", "start", "end", "quote", "prefix", "suffix", "ids")
_OF_CODING = ("weight", "origin", "created")


def coded_records(folder: Folder, gathering: Gathering, texts: Texts) -> Iterator[Record]:
    """Each segment, and each coding after the segment it is on."""
    coded = _Coded(folder, gathering, texts)
    for where, line in folder.lines("codings.jsonl"):
        yield from coded.records(line, where)


class _Coded:
    def __init__(self, folder: Folder, gathering: Gathering, texts: Texts) -> None:
        self._folder = folder
        self._gathering = gathering
        self._texts = texts
        # The text that was read last, and the segment that was told last with what its lines say of it.
        self._source, self._text = "", ""
        self._told: dict[str, dict[str, Any]] = {}

    def records(self, line: dict[str, Any], where: str) -> Iterator[Record]:
        ids = line.get("ids")
        if not isinstance(ids, dict):
            self._folder.note(
                "broken-line",
                say("This line does not say what it is of (“ids”); it was left out."),
                where,
            )
            return
        if "segment" not in ids:
            return
        coding = {name: line.pop(name) for name in _OF_CODING if name in line}
        for name in ("code", "coder"):
            line.pop(name, None)
        segment = self._segment(ids, line, where)
        if segment is not None:
            yield segment
        if "coding" in ids and ids["segment"] in self._gathering.there[Segment.KIND]:
            values = {
                "guid": ids["coding"], "segment": ids["segment"], "code": ids.get("code"),
                "user": ids.get("coder"), **coding,
            }  # fmt: skip
            record = self._gathering.record(Coding.KIND, values, where)
            if record is not None:
                yield record

    def _segment(self, ids: Mapping[str, Any], line: dict[str, Any], where: str) -> Record | None:
        guid = ids["segment"]
        place = {name: value for name, value in line.items() if name != "ids"}
        if guid in self._gathering.there[Segment.KIND]:
            if place != self._told.get(guid, place):
                self._folder.note(
                    "told-twice",
                    say(
                        "This line has the passage elsewhere than {other} has it; it stands "
                        "where that one says.",
                        other=self._gathering.there[Segment.KIND][guid],
                    ),
                    where,
                )
            return None
        # Lines of one segment stand together.
        self._told = {guid: place}
        source = str(ids.get("source"))
        values = {name: value for name, value in line.items() if name not in _NAMES}
        values |= {
            "guid": guid,
            "source": source,
            "start": line.get("start"),
            "end": line.get("end"),
        }
        if source in self._gathering.there["source"] and not self._place(values, line, where):
            return None
        return self._gathering.record(Segment.KIND, values, where)

    def _place(self, values: dict[str, Any], line: Mapping[str, Any], where: str) -> bool:
        """Put the segment where its words are; whether it can be anywhere."""
        if values.get("anchor", "text") not in IN_TEXT:
            return True
        text = self._text_of(values["source"])
        start, end = values["start"], values["end"]
        if not (isinstance(start, int) and isinstance(end, int)):
            return True
        if values.get("lost") is not None:
            values["start"] = values["end"] = max(0, min(start, len(text)))
            return True
        quote = cast("Quote | None", line.get("quote"))
        if quote is None:
            return self._inside(start, end, len(text), where)
        if quoted(text, start, end, quote) and not self._astray(text, line):
            return True
        return self._anew(values, line, where)

    def _inside(self, start: int, end: int, length: int, where: str) -> bool:
        if 0 <= start < end <= length:
            return True
        self._folder.note(
            "span-outside", say("This passage lies outside its text; it was left out."), where
        )
        return False

    def _astray(self, text: str, line: Mapping[str, Any]) -> bool:
        """Whether in an edited text the words stand at their place by chance alone: others are around."""
        if line["ids"].get("source") not in self._texts.edited:
            return False
        start, end = line["start"], line["end"]
        prefix, suffix = str(line.get("prefix", "")), str(line.get("suffix", ""))
        around = text[max(start - len(prefix), 0) : start], text[end : end + len(suffix)]
        return around != (prefix, suffix)

    def _anew(self, values: dict[str, Any], line: Mapping[str, Any], where: str) -> bool:
        quote = cast("Quote", line["quote"])
        text, start = self._text, values["start"]
        found = placed(text, quote, str(line.get("prefix", "")), str(line.get("suffix", "")), start)
        if found is None:
            at = max(0, min(start, len(text)))
            values |= {"start": at, "end": at, "lost": shown_quote(quote)}
            self._folder.note(
                "words-lost",
                say(
                    "The words “{quote}” are not in the text any more: the passage is kept with "
                    "them, but stands nowhere.",
                    quote=shown_quote(quote),
                ),
                where,
            )
        elif found != (start, values["end"]):
            self._folder.note(
                "placed-anew",
                say(
                    "“{quote}” was at {old} and is at {new} now.",
                    quote=shown_quote(quote),
                    old=start,
                    new=found[0],
                ),
                where,
            )
            values["start"], values["end"] = found
        return True

    def _text_of(self, source: str) -> str:
        if source != self._source:
            self._source, self._text = source, self._texts.text(source)
        return self._text
