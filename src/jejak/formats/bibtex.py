"""Literature in BibTeX and BibLaTeX."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from ..errors import UnreadableSource
from ..model import say
from .csl_fields import clean_doi, csl_date, date_text, name_text
from .decoding import decode
from .reference_format import (
    NOTHING_TOLD,
    BrokenEntry,
    Csl,
    ReferenceFormat,
    ReferenceReading,
    broken,
)

__all__ = ["FORMAT"]

_TYPES = {
    "article": "article-journal", "book": "book", "incollection": "chapter", "inbook": "chapter",
    "inproceedings": "paper-conference", "phdthesis": "thesis", "mastersthesis": "thesis",
    "thesis": "thesis", "techreport": "report", "report": "report", "online": "webpage",
    "unpublished": "manuscript", "dataset": "dataset", "collection": "book", "booklet": "book",
    "conference": "paper-conference", "misc": "document",
}  # fmt: skip
_BACK = {kind: name for name, kind in reversed(_TYPES.items())} | {"thesis": "phdthesis"}
_FIELDS = {
    "title": ("title",), "container-title": ("journal", "journaltitle", "booktitle"),
    "volume": ("volume",), "issue": ("number", "issue"), "edition": ("edition",),
    "publisher": ("publisher", "school", "institution", "organization"),
    "publisher-place": ("address", "location"), "abstract": ("abstract",), "note": ("note",),
    "language": ("language", "langid"), "keyword": ("keywords",), "ISBN": ("isbn",),
    "ISSN": ("issn",), "collection-title": ("series",), "title-short": ("shorttitle",),
}  # fmt: skip
_OUT = {
    "title": "title", "volume": "volume", "issue": "number", "edition": "edition",
    "publisher": "publisher", "publisher-place": "address", "abstract": "abstract",
    "note": "note", "language": "language", "keyword": "keywords", "ISBN": "isbn",
    "ISSN": "issn", "collection-title": "series", "DOI": "doi", "URL": "url",
}  # fmt: skip
_UNCLOSED = BrokenEntry(say("its braces do not close, or a comma is missing"))
_AS_IT_IS = {"doi", "url"}


def read(data: bytes) -> ReferenceReading:
    """The works of a file; entries that are broken are told with their line."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import DuplicateBlockKeyBlock, Entry

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    text, _, _ = decode(data)
    library = parse_string(text)
    entries = list(library.entries)
    problems = []
    for block in library.failed_blocks:
        if isinstance(block, DuplicateBlockKeyBlock):
            if isinstance(block.ignore_error_block, Entry):
                entries.append(block.ignore_error_block)
            continue
        problems.append(broken(_UNCLOSED, (block.start_line or 0) + 1))
    works = []
    for entry in sorted(entries, key=lambda one: one.start_line or 0):
        work = _csl(
            entry.entry_type, entry.key, {f.key.lower(): str(f.value) for f in entry.fields}
        )
        if work.get("title") or work.get("author"):
            works.append(work)
        else:
            problems.append(broken(BrokenEntry(NOTHING_TOLD), (entry.start_line or 0) + 1))
    if not works and not problems:
        raise UnreadableSource("no-references", "The file holds no entry in BibTeX.")
    return ReferenceReading("bibtex", tuple(works), tuple(problems))


def _csl(kind: str, key: str, fields: Mapping[str, str]) -> Csl:
    work: dict[str, Any] = {"id": key, "type": _TYPES.get(kind.lower(), "document")}
    for name, sources in _FIELDS.items():
        value = next((fields[one] for one in sources if fields.get(one)), "")
        if value:
            work[name] = _words(value)
    for name in ("author", "editor", "translator"):
        if fields.get(name):
            work[name] = _names(fields[name])
    issued = csl_date(fields.get("date") or fields.get("year", ""), fields.get("month", ""))
    found = {
        "issued": issued,
        "page": fields.get("pages", "").replace("--", "–"),
        "DOI": clean_doi(fields.get("doi")),
        "URL": fields.get("url", ""),
    }
    return work | {name: value for name, value in found.items() if value}


@cache
def _decoder() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text(keep_braced_groups=False, math_mode="verbatim")


def _words(latex: str) -> str:
    if not re.search(r"[\\{}~$]|--|``|''", latex):
        return " ".join(latex.split())
    return " ".join(str(_decoder().latex_to_text(latex)).split())


def _names(text: str) -> list[dict[str, str]]:
    from bibtexparser.middlewares.names import (
        parse_single_name_into_parts,
        split_multiple_persons_names,
    )

    found = []
    for person in split_multiple_persons_names(text):
        if person.startswith("{") and person.endswith("}"):
            found.append({"literal": _words(person)})
            continue
        parts = parse_single_name_into_parts(person, strict=False)
        told = {
            "family": parts.last, "given": parts.first,
            "non-dropping-particle": parts.von, "suffix": parts.jr,
        }  # fmt: skip
        found.append({name: _words(" ".join(part)) for name, part in told.items() if part})
    return found


def write(works: Sequence[Csl]) -> bytes:
    """Works as BibTeX in UTF-8, in their order."""
    return "\n".join(_entry(work) for work in works).encode()


def _entry(work: Csl) -> str:
    kind = _BACK.get(str(work.get("type")), "misc")
    fields = {
        name: " and ".join(map(_person, work[name]))
        for name in ("author", "editor")
        if work.get(name)
    }
    for name, tag in _OUT.items():
        if work.get(name):
            fields[tag] = str(work[name]) if tag in _AS_IT_IS else _latex(str(work[name]))
    if work.get("container-title"):
        tag = "journal" if kind == "article" else "booktitle"
        fields[tag] = _latex(str(work["container-title"]))
    if date := date_text(work):
        fields["date" if len(date) > 4 else "year"] = _latex(date)
    if work.get("page"):
        fields["pages"] = _latex(str(work["page"])).replace("–", "--")
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{kind}{{{work.get('id', '')},\n{lines}}}\n"


def _person(name: Mapping[str, Any]) -> str:
    if name.get("literal"):
        return f"{{{_latex(str(name['literal']))}}}"
    told: str = _latex(name_text({key: value for key, value in name.items() if key != "suffix"}))
    family, _, given = told.partition(", ")
    return ", ".join(part for part in (family, str(name.get("suffix") or ""), given) if part)


def _latex(text: str) -> str:
    told = text.replace("\\", r"\textbackslash{}")
    return re.sub(r"([&%$#_])", r"\\\1", re.sub(r"(?<!textbackslash)[{}](?!\})", "", told))


FORMAT = ReferenceFormat("bibtex", (".bib",), read, write)
