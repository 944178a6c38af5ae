"""A study as notes in Markdown, for programs that link notes (Obsidian, Logseq, Zettlr): out only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..model import Code, Link, Memo, Source, StudyInfo, say
from ..model.identity import moment_text
from ..model.parcel import Tally
from .annotating import Annotating, OutCoding, OutText
from .names_of_files import file_names
from .projects import Outgoing, ProjectFormat, Sink

__all__ = ["FORMAT"]

_INDEX = "Index.md"


def recognise(_path: Path) -> bool:
    """No: these notes are not read."""
    return False


def write(study: Outgoing, sink: Sink, tally: Tally) -> None:
    """A note for each source (with its text and what is coded there), each code (with its entry and its
    quotations) and each memo, linked to one another, and an index."""
    out = Annotating(study, tally, relations=False, notes=True, weights=True)
    notes = _Notes(study, out, tally)
    quoted: dict[str, list[tuple[Source, str, OutCoding]]] = defaultdict(list)
    for one in out.texts():
        sink.put(f"{notes.at[one.source.guid]}.md", _encoded(notes.of_source(one)))
        for coding in one.codings:
            words = one.text[coding.start : coding.end]
            quoted[coding.code].append((one.source, words, coding))
    for code in out.codes.values():
        sink.put(
            f"{notes.at[code.guid]}.md", _encoded(notes.of_code(code, quoted[out.paths[code.guid]]))
        )
    for memo in study.each(Memo):
        sink.put(f"{notes.at[memo.guid]}.md", _encoded(notes.of_memo(memo)))
    sink.put(_INDEX, _encoded(notes.index()))


def _encoded(lines: Iterator[str]) -> Iterator[bytes]:
    for line in lines:
        yield f"{line}\n".encode("utf-8", "replace")


class _Notes:
    """The notes of a study, and where each of them lies."""

    def __init__(self, study: Outgoing, out: Annotating, tally: Tally) -> None:
        self._study, self._out = study, out
        self.at: dict[str, str] = {}
        self._called: dict[str, str] = {}
        self._codes = {path: guid for guid, path in out.paths.items()}
        rooms: dict[str, list[tuple[str, str]]] = {
            "Sources": [(one.guid, one.name) for one in study.each(Source)],
            "Codes": [(guid, path.replace("/", " - ")) for guid, path in out.paths.items()],
            "Memos": [(one.guid, one.title) for one in study.each(Memo)],
        }
        for room, those in rooms.items():
            own = file_names()
            for guid, called in those:
                self.at[guid] = f"{room}/{own(called)[0]}"
                self._called[guid] = called
        tally.written["memo"] = len(rooms["Memos"])
        self._memos: dict[str, list[str]] = defaultdict(list)
        self._about: dict[str, list[str]] = defaultdict(list)
        for link in study.each(Link, role="memo", owner_kind="memo"):
            self._memos[link.target].append(link.owner)
            self._about[link.owner].append(link.target)

    def of_source(self, one: OutText) -> Iterator[str]:
        """A source: what is known of it, what is coded there, its text."""
        source = one.source
        known = {
            "guid": source.guid, "kind": source.kind, "language": source.language,
            "collected": source.collected, "collector": source.collector, "status": source.status,
        }  # fmt: skip
        yield from _front({name: value for name, value in known.items() if value})
        yield f"# {_line(source.name)}"
        yield from self._linked("Memos", self._memos[source.guid])
        if one.codings:
            yield from ("", "## Codings")
        for coding in one.codings:
            yield ""
            yield from _quote(one.text[coding.start : coding.end])
            yield f"{self._to(self._code_of(coding))}, {_line(coding.user)}{_weight(coding)}"
            yield from (["", *coding.note.split("\n")] if coding.note else [])
        yield from ("", "## Text", "")
        yield one.text

    def of_code(self, code: Code, quoted: Sequence[tuple[Source, str, OutCoding]]) -> Iterator[str]:
        """A code: its entry, those below it, its quotations."""
        yield from _front({"guid": code.guid, "colour": code.colour, "codings": len(quoted)})
        yield f"# {_line(self._out.paths[code.guid])}"
        for text in (code.short, code.definition, code.when_to_use, code.when_not_to_use):
            yield from (["", text] if text else [])
        yield from self._linked("Above", [code.parent] if code.parent else [])
        below = [one.guid for one in self._out.codes.values() if one.parent == code.guid]
        yield from self._linked("Below", below)
        yield from self._linked("Memos", self._memos[code.guid])
        if quoted:
            yield from ("", "## Quotations")
        for source, words, coding in quoted:
            yield ""
            yield from _quote(words)
            yield f"{self._to(source.guid)}, {_line(coding.user)}{_weight(coding)}"

    def of_memo(self, memo: Memo) -> Iterator[str]:
        """A memo, with what it is about."""
        yield from _front(
            {"guid": memo.guid, "kind": memo.kind, "created": moment_text(memo.created)}
        )
        yield f"# {_line(memo.title)}"
        yield ""
        yield memo.body
        yield from self._linked(
            "About", [guid for guid in self._about[memo.guid] if guid in self.at]
        )

    def index(self) -> Iterator[str]:
        """What there is."""
        info = next(iter(self._study.each(StudyInfo)), None)
        yield f"# {_line(info.title) if info else 'Study'}"
        for room in ("Sources", "Codes", "Memos"):
            yield from self._linked(
                room, [one for one, at in self.at.items() if at.startswith(f"{room}/")]
            )

    def _code_of(self, coding: OutCoding) -> str:
        return self._codes[coding.code]

    def _linked(self, title: str, guids: Sequence[str]) -> list[str]:
        if not guids:
            return []
        return ["", f"## {title}", "", *(f"- {self._to(guid)}" for guid in guids)]

    def _to(self, guid: str) -> str:
        shown = "".join(" " if sign in "[]|#^\n" else sign for sign in self._called[guid])
        return f"[[{self.at[guid]}|{shown}]]"


def _front(known: Mapping[str, object]) -> list[str]:
    lines = [
        f"{name}: {value if isinstance(value, int) else _yaml(str(value))}"
        for name, value in known.items()
    ]
    return ["---", *lines, "---", ""]


def _yaml(text: str) -> str:
    return '"' + _line(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _line(text: str) -> str:
    return " ".join(text.split())


def _quote(words: str) -> list[str]:
    return [*(f"> {line}" for line in words.split("\n")), ""]


def _weight(coding: OutCoding) -> str:
    return "" if coding.weight is None else f" ({coding.weight})"


FORMAT = ProjectFormat(
    "notes", say("Linked notes in Markdown"), (_INDEX,), recognise, None, write, folder=True
)
