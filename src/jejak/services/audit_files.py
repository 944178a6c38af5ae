"""The files of an audit trail: six folders, a first page, and the log, as they may leave the study."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources

from ..displays.files import shape_bytes
from ..documents.document import Document
from ..documents.html import as_page
from ..errors import InvalidInput
from ..formats.table_in import parse_rows
from ..formats.table_out import table_bytes
from ..i18n import translate
from ..model import Block, Memo, Message, Record, Reference, Source, StudyInfo
from ..model.audit import CATEGORIES, exceptions_of
from ..report.arranging import chosen_parts
from ..report.audit_words import FOLDERS, KINDS_OF, NAMES, WHAT
from ..report.citing import with_citations
from ..report.composing import compose
from ..report.discreet_matrix import retold_matrix
from ..report.discretion import fit_to_leave
from ..store import Rows, Store
from ..store.correcting import corrected
from ..store.log_file import log_lines
from .audit_tables import audit_tables, in_categories
from .form_templates import forms
from .hiding import Hiding
from .leaving import Leaving
from .memo_files import memo_file
from .redacted import Redacted
from .report_facts import Gathered, gather
from .report_facts_names import KnownNames

__all__ = ["AuditFiles", "TrailFile"]

_LONGEST = 60
_PARTS: Mapping[str, tuple[str, ...]] = {
    "reduction": ("codebook",), "synthesis": ("findings",), "process": ("method",),
    "intentions": ("questions",),
}  # fmt: skip
# What the table of a kind is called, where that is more than an s behind it.
_TABLES = {
    "search": "searches", "feedback": "feedback", "evidence": "evidence", "quality": "circumstances",
    "standing": "unusual-cases", "contest": "rivals", "user": "people", "value": "attribute-values",
    "attribute": "variables", "reference": "literature", "prose": "own-words", "item": "checklist-items",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TrailFile:
    """A file of the trail; ``what`` says what it is, ``count`` how many things are in it."""

    category: str
    path: str
    what: Message
    content: bytes
    count: int | None = None


class AuditFiles:
    """What one view of a study puts into an audit trail."""

    def __init__(self, store: Store, rows: Rows, language: str, passages: bytes) -> None:
        self._store = store
        self._rows = rows
        self._language = language
        self._passages = passages
        self._leaving = Leaving(rows)
        self.hiding = Hiding(rows, self._leaving)
        self._exceptions = exceptions_of(rows.all(StudyInfo)[0].settings)
        self._names: set[str] = set()

    @cached_property
    def records(self) -> Mapping[tuple[str, str], Sequence[Record]]:
        """Everything that leaves, by category and kind."""
        redacted = Redacted(self._rows, self._store.corpus(), self._leaving, self.hiding)
        return in_categories(redacted.all(), self._exceptions)

    @cached_property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many there are of each kind in each category."""
        found: dict[str, dict[str, int]] = {category: {} for category in CATEGORIES}
        for (category, kind), records in self.records.items():
            found[category][kind] = len(records)
        return found

    def all(self) -> Iterator[TrailFile]:
        """Every file, folder by folder."""
        yield from self._texts()
        yield from self._tables()
        yield from self._memos()
        if self._rows.first(Source) is not None:
            told = table_bytes(".csv", *self._retold_table(self._passages))
            yield self._file("reduction", "coded-passages.csv", WHAT["passages"], told)
        yield from self._reports()
        yield from self._displays()
        yield from self._literature()
        yield self._file("instruments", "forms.md", WHAT["forms"], self._forms())
        yield from self._log()

    def _file(
        self, category: str, name: str, what: Message, content: bytes, count: int | None = None
    ) -> TrailFile:
        stem, dot, ending = name.rpartition(".")
        path, number = f"{FOLDERS[category]}/{name}", 1
        while path.casefold() in self._names:
            number += 1
            path = f"{FOLDERS[category]}/{stem} {number}{dot}{ending}"
        self._names.add(path.casefold())
        return TrailFile(category, path, what, content, count)

    def _of(self, kind: str) -> Iterator[tuple[str, Sequence[Record]]]:
        for (category, found), records in self.records.items():
            if found == kind:
                yield category, records

    def _texts(self) -> Iterator[TrailFile]:
        for category, records in self._of(Source.KIND):
            for one in records:
                source = self._rows.get(Source, one.guid)
                text = self._rows.text(source.text)
                blocks = self._rows.each(Block, source=source.guid)
                told = corrected(text, self.hiding.edits(text, blocks))
                name = f"texts/{_file_name(str(getattr(one, 'name', '')))}.txt"
                yield self._file(category, name, WHAT["texts"], told.encode("utf-8", "replace"))

    def _tables(self) -> Iterator[TrailFile]:
        for table in audit_tables(self._rows, self.records, self.hiding):
            yield self._file(
                table.category, f"{_TABLES.get(table.kind, f'{table.kind}s')}.csv", _words(table.category, table.kind),
                table.content, table.count,
            )  # fmt: skip

    def _memos(self) -> Iterator[TrailFile]:
        for category, records in self._of(Memo.KIND):
            memos = self._rows.among(Memo, "guid", [one.guid for one in records])
            content = memo_file(self._rows, memos, ".md", self._language).decode()
            told = self.hiding.told(content).encode()
            yield self._file(category, "memos.md", _words(category, "memo"), told, len(memos))

    @cached_property
    def _gathered(self) -> Gathered:
        return gather(self._store, frozenset(chosen_parts(None)))

    def _page(self, parts: Sequence[str] | None) -> bytes:
        facts = self._gathered.facts
        composed: Document = compose(facts, self._language, parts)
        cited = with_citations(composed, facts.works, None)
        return as_page(fit_to_leave(cited, self._gathered.discretion))

    def _retold_table(self, content: bytes) -> tuple[list[str], list[dict[str, object]]]:
        rows = parse_rows("passages.csv", content, "What is coded")
        told: list[dict[str, object]] = [
            {str(name): self.hiding.told(str(text)) for name, text in row.items()} for row in rows
        ]
        return list(told[0]) if told else [], told

    def _reports(self) -> Iterator[TrailFile]:
        for category, parts in _PARTS.items():
            for part in parts:
                yield self._file(category, f"{part}.html", WHAT[part], self._page([part]))
        yield self._file("synthesis", "report.html", WHAT["report"], self._page(None))

    def _displays(self) -> Iterator[TrailFile]:
        for shown in self._gathered.facts.displays:
            if shown.matrix is None or not shown.name:
                continue
            name = f"displays/{_file_name(self.hiding.told(shown.name))}"
            matrix = retold_matrix(shown.matrix, self.hiding.told)
            for ending in (".html", ".csv", ".svg") if shown.svg else (".html", ".csv"):
                with contextlib.suppress(InvalidInput):
                    # What is too large for a picture is there as a table.
                    content = shape_bytes(matrix, ending, self._language)
                    yield self._file("reduction", name + ending, WHAT["display"], content)

    def _literature(self) -> Iterator[TrailFile]:
        references = [one for _, many in self._of(Reference.KIND) for one in many]
        works = [{**one.csl, "id": one.key} for one in references if isinstance(one, Reference)]
        if works:
            content = json.dumps(works, ensure_ascii=False, indent=1).encode()
            what = WHAT["literature"]
            yield self._file("synthesis", "literature.json", what, content, len(works))

    def _forms(self) -> bytes:
        told = []
        for form in forms():
            told += [f"# {form.title[self._language]}", "", form.description[self._language], ""]
            for field in form.fields:
                hint = field.hint.get(self._language, "")
                told.append(f"- **{field.label[self._language]}**{': ' if hint else ''}{hint}")
            told.append("")
        return "\n".join(told).encode()

    def _log(self) -> Iterator[TrailFile]:
        known = KnownNames(self._rows)

        def tell(verb: Message) -> str:
            return self.hiding.told(translate(known.told(verb), self._language))

        lines = list(log_lines(self._rows.conn, tell))
        written = "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in lines)
        yield self._file("process", "log/history.jsonl", WHAT["log"], written.encode(), len(lines))
        about = (resources.files("jejak") / "audit" / "log.md").read_bytes()
        yield self._file("process", "log/README.md", WHAT["log-about"], about)


def _words(category: str, kind: str) -> Message:
    own = (one.words for one in KINDS_OF[category] if one.kind == kind)
    return next(own, NAMES[kind])


def _file_name(name: str) -> str:
    """A name that every system takes for a file."""
    words = re.sub(r"[^\w.()-]+", " ", name).strip(" .")
    return words[:_LONGEST].strip(" .") or "-"
