"""Works cited in a report: ``[@key]`` in anybody's prose and what parts cite, put into the words of a
style, and the list of works.

A report is never lost by it: without the style, or without the library that reads it, works are
named by author and year, and the list says why.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeAlias, cast

from ..documents.citations import Citer, style_for, style_text
from ..documents.document import (
    Bibliography,
    Block,
    Citation,
    Cited,
    Document,
    Inline,
    Note,
    Paragraph,
    Run,
    Section,
    Text,
    Work,
    words,
)
from ..documents.inside import anew, texts
from ..errors import InvalidInput, MissingExtra
from ..model import Message, say
from ..model.identity import name_key
from ..model.literature import creators, short_citation, title_of, year_of
from .teller import Teller

__all__ = ["Works", "with_citations"]

Works: TypeAlias = Mapping[str, Mapping[str, Any]]

_GROUP = re.compile(r"\[([^\[\]]*@[^\[\]]+)\]")
_ONE = re.compile(
    r"(?P<prefix>[^@]*?)(?P<bare>-?)@(?P<key>\w(?:[\w:.+/-]*\w)?)(?:,?\s+(?P<rest>.+))?", re.DOTALL
)
_NARRATIVE = re.compile(r"(?<![\w@/.\[])@(?P<key>\w(?:[\w:.+/-]*\w)?)")
_LOCATOR = re.compile(
    r"(?:(?P<label>pp?|hlm|hal|halaman|pages?|ch|chap|chapter|bab|sec|section|bag|bagian|para?)\b\.?\s*)?"
    r"(?P<place>[\divxlcIVXLC]+(?:\s*[-–,]\s*[\divxlcIVXLC]+)*)(?P<suffix>.*)",
    re.DOTALL,
)
_LABELS = {"ch": "chapter", "ba": "chapter", "se": "section", "bag": "section"} | {
    "pa": "paragraph", "pag": "page"
}  # fmt: skip


def with_citations(document: Document, works: Works, style: str | None = None) -> Document:
    """The document with its citations and its list of works in a style: by default that of its
    language. A list stands at the end where no part asked for one."""
    tell = Teller(document.language)
    known = {name_key(key): key for key in works}
    if any(map(_may_cite, _texts(document))):
        document = _anew(document, lambda text: _marked(text, known))
    citations = [one for text in _texts(document) if not _of_runs(text) for one in _citations(text)]
    cited = [one.key for citation in citations for one in citation.cited if one.key in works]
    missing = [one.key for citation in citations for one in citation.cited if one.key not in works]
    notes: list[Message] = []
    citer = _citer(style, works, cited, document.language, notes)
    if missing:
        keys = ", ".join(f"“{key}”" for key in dict.fromkeys(missing))
        notes.append(say("Cited, but not in the literature of the study: {keys}.", keys=keys))
    if citations:
        document = _anew(document, lambda text: _put(text, citer, works))
    return _listed(document, citer.works(), [tell(note) for note in notes], tell)


class _Citing(Protocol):
    """What puts citations into words."""

    is_notes: bool

    def cite(self, cited: Sequence[Cited], *, narrative: bool = False) -> str: ...
    def works(self) -> tuple[Work, ...]: ...
    def place(self, key: str) -> str: ...


def _citer(
    style: str | None,
    works: Works,
    cited: Sequence[str],
    language: str,
    notes: list[Message],
) -> _Citing:
    if not cited:
        return _Plain(works, cited)
    try:
        return Citer(style_text(style or style_for(language)), works, cited, language)
    except InvalidInput:
        told = say(
            "The citation style “{style}” was not found or cannot be read; works are named by author "
            "and year.",
            style=style or "",
        )
    except MissingExtra as missing:
        told = say(
            "No citation style can be read here ({why}); works are named by author and year.",
            why=str(missing),
        )
    notes.append(told)
    return _Plain(works, cited)


class _Plain:
    """Works by author and year, in the order of the alphabet."""

    is_notes = False

    def __init__(self, works: Works, cited: Sequence[str]) -> None:
        self._works = works
        self._keys = sorted(
            set(cited), key=lambda key: (short_citation(works[key]).casefold(), key)
        )

    def cite(self, cited: Sequence[Cited], *, narrative: bool = False) -> str:
        told = [
            f"{one.prefix}{short_citation(self._works[one.key])}"
            f"{', ' if one.locator else ''}{one.locator}{one.suffix}"
            for one in cited
            if one.key in self._works
        ]
        return "; ".join(told) if narrative else f"({'; '.join(told)})"

    def works(self) -> tuple[Work, ...]:
        return tuple(
            Work(words(_plain_work(self._works[key])), anchor=self.place(key)) for key in self._keys
        )

    def place(self, key: str) -> str:
        return f"work-{self._keys.index(key) + 1}"


def _plain_work(csl: Mapping[str, Any]) -> str:
    kept = (
        "; ".join(creators(csl)), year_of(csl), title_of(csl), csl.get("container-title"),
        csl.get("publisher"), csl.get("DOI") or csl.get("URL"),
    )  # fmt: skip
    return ". ".join(" ".join(str(one).split()).rstrip(".") for one in kept if one) + "."


# --- what is cited ---


def _marked(text: Text, known: Mapping[str, str]) -> Text:
    """A text whose runs are taken apart at ``[@key]`` and at ``@key``, where a work has that key."""
    if not any("@" in one.text and isinstance(one, Run) for one in text):
        return text
    parts: list[Inline] = []
    for one in text:
        parts += _apart(one, known) if isinstance(one, Run) and "@" in one.text else [one]
    return tuple(parts)


def _apart(run: Run, known: Mapping[str, str]) -> Iterator[Inline]:
    at = 0
    found = [(match, _group(match[1], known)) for match in _GROUP.finditer(run.text)]
    taken = [(match.span(), citation) for match, citation in found if citation is not None]
    for match in _NARRATIVE.finditer(run.text):
        key = known.get(name_key(match["key"]))
        inside = any(start <= match.start() < end for (start, end), _ in taken)
        if key is not None and not inside:
            taken.append((match.span(), Citation(match[0], (Cited(key),), narrative=True)))
    for (start, end), citation in sorted(taken, key=lambda one: one[0]):
        yield from _piece(run, run.text[at:start])
        yield citation
        at = end
    yield from _piece(run, run.text[at:])


def _piece(run: Run, text: str) -> Iterator[Inline]:
    if text:
        yield replace(run, text=text)


def _group(told: str, known: Mapping[str, str]) -> Citation | None:
    """``see @a, p. 3; -@b`` as a citation; nothing where no work of it is known."""
    cited = []
    for piece in told.split(";"):
        match = _ONE.fullmatch(piece.strip())
        if match is None:
            return None
        place = _LOCATOR.fullmatch((match["rest"] or "").strip())
        prefix = f"{match['prefix'].strip()} " if match["prefix"].strip() else ""
        key = known.get(name_key(match["key"]), match["key"])
        if place is not None and place["place"]:
            cited.append(
                Cited(key, place["place"], _label(place["label"]), prefix,
                      place["suffix"].rstrip(), bare=bool(match["bare"]))
            )  # fmt: skip
        else:
            suffix = f", {match['rest'].strip()}" if match["rest"] else ""
            cited.append(Cited(key, "", "page", prefix, suffix, bare=bool(match["bare"])))
    if not any(name_key(one.key) in known for one in cited):
        return None
    return Citation(f"[{told}]", tuple(cited))


def _label(told: str | None) -> str:
    start = (told or "p").lower()
    return _LABELS.get(start[:3]) or _LABELS.get(start[:2]) or "page"


def _put(text: Text, citer: _Citing, works: Works) -> Text:
    """A text with its citations in the words of a style."""
    if not any(one.__class__ is Citation for one in text):
        return text
    return tuple(_told(one, citer, works) for one in text)


def _told(one: Inline, citer: _Citing, works: Works) -> Inline:
    if not isinstance(one, Citation):
        return one
    cited = [each for each in one.cited if each.key in works]
    if not cited:
        return replace(one, cited=())
    text = citer.cite(cited, narrative=one.narrative)
    if citer.is_notes:
        return Note((Citation(text, link=citer.place(cited[0].key)),))
    return Citation(text, link=citer.place(cited[0].key))


# --- going through a document ---


def _anew(document: Document, change: Callable[[Text], Text]) -> Document:
    """The same with every text in it changed, those of its notes before those they stand in."""

    def told(text: Text) -> Text:
        return change(_notes_anew(text, change) if any(map(_is_note, text)) else text)

    opening, sections = anew(document.opening, told), cast(Any, anew(document.sections, told))
    return replace(document, opening=opening, sections=sections)


def _texts(document: Document) -> Iterator[Text]:
    return texts((*document.opening, *document.sections))


def _may_cite(text: Text) -> bool:
    """Whether anything in a text may be taken for a citation: most have a run or two and no more."""
    return any("@" in one.text if one.__class__ is Run else one.__class__ is Note for one in text)


def _of_runs(text: Text) -> bool:
    return len(text) == 1 and text[0].__class__ is Run


def _is_note(one: Inline) -> bool:
    return one.__class__ is Note


def _notes_anew(text: Text, change: Callable[[Text], Text]) -> Text:
    return tuple(Note(change(one.told)) if isinstance(one, Note) else one for one in text)


def _citations(text: Text) -> Iterator[Citation]:
    for one in text:
        if isinstance(one, Citation):
            yield one
        elif isinstance(one, Note):
            yield from _citations(one.told)


# --- the list ---


def _listed(
    document: Document, works: tuple[Work, ...], notes: list[str], tell: Teller
) -> Document:
    told: list[Block] = [Bibliography(works)] if works else []
    told += [Paragraph(words(note), "note") for note in notes]
    placed, sections = _filled(document.sections, told or [_nothing(tell)])
    if told and not placed:
        own = Section("references", tell(say("References")), tuple(told), numbered=False)
        sections = (*sections, own)
    return replace(document, sections=sections)


def _nothing(tell: Teller) -> Paragraph:
    return Paragraph(tell.text(say("No literature is cited.")))


def _filled(blocks: tuple[Any, ...], told: list[Block]) -> tuple[bool, tuple[Any, ...]]:
    """The blocks with the first list of works that is empty filled, and whether there was one."""
    placed, filled = False, list[Any]()
    for block in blocks:
        if isinstance(block, Bibliography) and not block.works and not placed:
            placed = True
            filled += told
        elif isinstance(block, Section):
            inside, inner = (False, block.blocks) if placed else _filled(block.blocks, told)
            placed = placed or inside
            filled.append(replace(block, blocks=inner) if inside else block)
        else:
            filled.append(block)
    return placed, tuple(filled)
