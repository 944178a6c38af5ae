"""Literature in RIS, as reference managers and databases write it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..errors import UnreadableSource
from ..model import say
from .csl_fields import clean_doi, csl_date, date_text, name_of, name_text
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

_TAG = re.compile(r"^\ufeff?([A-Z][A-Z0-9])  -(?: (.*))?$")
_TYPES = {
    "JOUR": "article-journal", "JFULL": "article-journal", "MGZN": "article-magazine",
    "NEWS": "article-newspaper", "BOOK": "book", "CHAP": "chapter", "EDBOOK": "book",
    "THES": "thesis", "RPRT": "report", "CONF": "paper-conference", "CPAPER": "paper-conference",
    "ELEC": "webpage", "WEB": "webpage", "BLOG": "post-weblog", "STAT": "legislation",
    "BILL": "bill", "CASE": "legal_case", "DATA": "dataset", "UNPB": "manuscript",
    "VIDEO": "motion_picture", "GEN": "document", "ENCYC": "entry-encyclopedia",
}  # fmt: skip
_BACK = {kind: tag for tag, kind in reversed(_TYPES.items())}
# Tag as rispy names it -> field of CSL; the first that is there counts.
_FIELDS = (
    ("title", ("title", "primary_title")),
    ("container-title", ("secondary_title", "journal_name", "alternate_title3", "alternate_title2")),
    ("collection-title", ("tertiary_title",)), ("title-short", ("short_title",)),
    ("volume", ("volume",)), ("issue", ("number",)), ("edition", ("edition",)),
    ("publisher", ("publisher",)), ("publisher-place", ("place_published",)),
    ("abstract", ("abstract", "notes_abstract")), ("language", ("language",)),
    ("call-number", ("call_number",)),
)  # fmt: skip
_OUT = (
    ("TI", "title"), ("T2", "container-title"), ("T3", "collection-title"), ("VL", "volume"),
    ("IS", "issue"), ("ET", "edition"), ("PB", "publisher"), ("CY", "publisher-place"),
    ("DO", "DOI"), ("UR", "URL"), ("SN", "ISSN"), ("SN", "ISBN"), ("LA", "language"),
    ("AB", "abstract"), ("N1", "note"), ("ID", "id"),
)  # fmt: skip


def read(data: bytes) -> ReferenceReading:
    """The works of a file, entry by entry."""
    text, _, _ = decode(data)
    works, problems = [], []
    for line, entry in _entries(text):
        try:
            works.append(_work(entry))
        except (ValueError, KeyError, IndexError, OSError) as error:
            problems.append(broken(error, line))
    if not works and not problems:
        raise UnreadableSource("no-references", "The file holds no entry in RIS.")
    return ReferenceReading("ris", tuple(works), tuple(problems))


def _entries(text: str) -> Iterator[tuple[int, str]]:
    """Each entry with its first line; what stands between entries is left out."""
    lines: list[str] = []
    begun = 0
    for number, line in enumerate(text.splitlines(), 1):
        found = _TAG.match(line.rstrip())
        tag = found[1] if found else ""
        if tag == "TY":
            if lines:
                yield begun, "\n".join(lines)
            lines, begun = [], number
        if lines or tag == "TY":
            lines.append(line.rstrip())
        if tag == "ER" and lines:
            yield begun, "\n".join(lines)
            lines = []
    if lines:
        yield begun, "\n".join(lines)


def _work(entry: str) -> Csl:
    import rispy

    if not entry.splitlines()[-1].startswith("ER"):
        raise BrokenEntry(say("it has no end (ER)"))
    found = rispy.loads(entry)
    if len(found) != 1:
        raise BrokenEntry(say("it is no entry in RIS"))
    return _csl(found[0])


def _csl(entry: Mapping[str, Any]) -> Csl:
    work: dict[str, Any] = {"type": _TYPES.get(str(entry.get("type_of_reference")), "document")}
    for field, tags in _FIELDS:
        value = next((str(entry[tag]).strip() for tag in tags if entry.get(tag)), "")
        if value:
            work[field] = value
    authors = [*entry.get("first_authors", ()), *entry.get("authors", ())]
    for field, names in (("author", authors), ("editor", entry.get("secondary_authors", ()))):
        if names:
            work[field] = [name_of(name) for name in names]
    issued = csl_date(
        str(entry.get("date") or entry.get("year") or entry.get("publication_year") or "")
    )
    if issued:
        work["issued"] = issued
    work |= _rest(entry)
    if not work.get("title") and not authors:
        raise BrokenEntry(NOTHING_TOLD)
    return work


def _rest(entry: Mapping[str, Any]) -> dict[str, Any]:
    pages = "–".join(str(entry[p]) for p in ("start_page", "end_page") if entry.get(p))
    serial = str(entry.get("issn") or "")
    is_book = entry.get("type_of_reference") in ("BOOK", "CHAP", "EDBOOK")
    found = {
        "id": str(entry.get("id") or entry.get("label") or ""),
        "page": pages,
        "DOI": clean_doi(entry.get("doi")),
        "URL": str(next(iter(entry.get("urls", ())), "")),
        "ISBN" if is_book else "ISSN": serial,
        "keyword": ", ".join(entry.get("keywords", ())),
        "note": "\n".join(entry.get("notes", ())),
    }
    return {name: value for name, value in found.items() if value}


def write(works: Sequence[Csl]) -> bytes:
    """Works as RIS, in their order."""
    return "\n".join(_entry(work) for work in works).encode()


def _entry(work: Csl) -> str:
    lines = [("TY", _BACK.get(str(work.get("type")), "GEN"))]
    lines += [("AU", name_text(name)) for name in work.get("author", ())]
    lines += [("A2", name_text(name)) for name in work.get("editor", ())]
    date = date_text(work, "/")
    lines += [("PY", date[:4]), ("DA", date)] if date else []
    lines += [(tag, str(work[field])) for tag, field in _OUT if work.get(field)]
    first, _, last = str(work.get("page") or "").replace("--", "–").replace("-", "–").partition("–")
    lines += [(tag, page) for tag, page in (("SP", first), ("EP", last)) if page]
    lines += [
        ("KW", word.strip()) for word in str(work.get("keyword") or "").split(",") if word.strip()
    ]
    lines.append(("ER", ""))
    return "".join(f"{tag}  - {' '.join(value.split())}\n" for tag, value in lines)


FORMAT = ReferenceFormat("ris", (".ris",), read, write)
