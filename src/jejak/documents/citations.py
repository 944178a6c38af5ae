"""Citations and the list of works, by a style: one of Jejak's own, or any file of the Citation Style
Language."""

from __future__ import annotations

import re
import warnings
from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib import import_module, resources
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from ..errors import InvalidInput, MissingExtra
from .csl_records import tidy
from .document import Cited, Run, Work

__all__ = ["STYLES", "Citer", "style_for", "style_text"]

# Name -> title. An Indonesian report is cited as its universities do, an English one by APA.
STYLES = {
    "apa": "APA (7th edition)",
    "chicago": "Chicago (author-date)",
    "vancouver": "Vancouver",
    "indonesia": "Universitas di Indonesia (penulis-tahun)",
}
_LARGEST = 2_000_000
# Marks of look; records are tidied of such characters.
_MARKS = {"Italic": "\ue001", "Bold": "\ue002", "Plain": "\ue003"}
_LOOKS = re.compile("([\ue001\ue002\ue003])")
_YEAR = re.compile(r"^\((?P<who>.+?),? (?P<when>(?:\d{4}|n\.d\.|t\.t\.).*)\)$", re.DOTALL)
_LABEL = re.compile(r"^([\[(]?\d+[\])]?\.?)\s+")


def style_for(language: str) -> str:
    """The style for a language, where none was asked for."""
    return "indonesia" if language == "id" else "apa"


def style_text(style: str) -> bytes:
    """The style as it is written: one of :data:`STYLES` by name, or a file by its path.

    Raises :class:`InvalidInput` where there is none.
    """
    if style in STYLES:
        return (resources.files("jejak.documents") / "styles" / f"{style}.csl").read_bytes()
    path = Path(style)
    try:
        if path.suffix == ".csl" and path.stat().st_size <= _LARGEST:
            return path.read_bytes()
    except (OSError, ValueError):
        pass
    raise InvalidInput(
        "unknown-style",
        f"There is no citation style “{style}”.",
        f"Use one of: {', '.join(STYLES)}, or the path of a .csl file.",
    )


class Citer:
    """Puts citations of works (``works`` is citation key -> CSL-JSON) into the words of a style.

    Works are cited in the order of ``cited``; ``is_notes`` says whether the style cites in footnotes.
    Raises :class:`InvalidInput` for a style that cannot be
    read, :class:`MissingExtra` where the library for it is not installed.
    """

    def __init__(
        self,
        style: bytes,
        works: Mapping[str, Mapping[str, Any]],
        cited: Sequence[str],
        language: str,
    ) -> None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self._library = import_module("citeproc")
                self._source = import_module("citeproc.source.json").CiteProcJSON
        except ImportError:
            raise MissingExtra("report", "Citing in a style") from None
        self._language, self._style = language, style
        self._keys = {key: f"w{n}" for n, key in enumerate(dict.fromkeys(cited)) if key in works}
        self._names = {own: key for key, own in self._keys.items()}
        self._initials = b"initialize-with" in style
        self._works = works
        self._suffixes: dict[str, str] = {}
        self._build()
        if self._root.citation.get("disambiguate-add-year-suffix") == "true":
            self._tell_years_apart()
        self.is_notes: bool = self._root.get("class") == "note"

    def cite(self, cited: Sequence[Cited], *, narrative: bool = False) -> str:
        """What stands in the text for works that are known, each with its place."""
        text = _flat(self._cite([one for one in cited if one.key in self._keys]))
        parts = _YEAR.match(text)
        if not narrative and not any(one.bare for one in cited):
            return text
        if parts is None:
            return f"{self._named(cited)} {text}" if narrative else text
        when = f"({parts['when']})"
        return f"{parts['who'].replace(' & ', self._and())} {when}" if narrative else when

    def works(self) -> tuple[Work, ...]:
        """The list of works, in the style's order."""
        aligned = self._root.bibliography is not None and self._root.bibliography.get(
            "second-field-align"
        )
        works = []
        for number, item in enumerate(self._bibliography.items, 1):
            told = self._style_object.render_bibliography([item])
            text = _looks(str(told[0])) if told else ()
            label = ""
            found = _LABEL.match(text[0].text) if aligned and text else None
            if found:
                label = found[1]
                text = (Run(text[0].text[found.end() :], emphasis=text[0].emphasis), *text[1:])
            works.append(Work(tuple(one for one in text if one.text), label, f"work-{number}"))
        return tuple(works)

    def place(self, key: str) -> str:
        """The anchor of a work in the list."""
        return f"work-{self._bibliography.keys.index(self._keys[key]) + 1}"

    # --- the library ---

    def _build(self) -> None:
        etree = import_module("lxml.etree")
        locale = {"id": "id-ID"}.get(self._language, "en-GB")
        data = []
        for key, own in self._keys.items():
            work = tidy(self._works[key], own, self._language, initials=self._initials)
            if own in self._suffixes:
                work["year-suffix"] = self._suffixes[own]
            data.append(work)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                self._style_object = self._library.CitationStylesStyle(
                    import_module("io").BytesIO(self._style), locale=locale, validate=False
                )
                self._root = self._style_object.root
                if self._root.citation is None or self._root.citation.layout is None:
                    raise _no_style()
                self._bibliography = self._library.CitationStylesBibliography(
                    self._style_object, self._source(data), _FORMATTER
                )
                for own in self._keys.values():
                    self._bibliography.register(self._citation([Cited(self._names[own])]))
                if self._root.bibliography is not None:
                    self._bibliography.sort()
            except (etree.XMLSyntaxError, AttributeError, ValueError) as error:
                raise _no_style() from error

    def _citation(self, cited: Sequence[Cited]) -> Any:
        items = []
        for one in cited:
            more: dict[str, Any] = {"prefix": one.prefix, "suffix": one.suffix}
            if one.locator:
                more["locator"] = self._library.Locator(one.label, one.locator)
            items.append(self._library.CitationItem(self._keys[one.key], **more))
        return self._library.Citation(items)

    def _cite(self, cited: Sequence[Cited]) -> str:
        citation = self._citation(cited)
        self._bibliography.register(citation)
        return str(self._bibliography.cite(citation, lambda item: item.key))

    def _tell_years_apart(self) -> None:
        """*2019a*, *2019b*, where works would be cited alike; the library does not."""
        alike = defaultdict(list)
        for own in self._bibliography.keys:
            alike[self._cite([Cited(self._names[own])])].append(own)
        for group in alike.values():
            if len(group) > 1:
                letters = "abcdefghijklmnopqrstuvwxyz"
                self._suffixes |= dict(zip(group, letters, strict=False))
        if self._suffixes:
            self._build()

    def _and(self) -> str:
        return " dan " if self._language == "id" else " and "

    def _named(self, cited: Sequence[Cited]) -> str:
        from ..model.literature import creators, title_of

        work = self._works[cited[0].key]
        names = creators(work) or [title_of(work)]
        if len(names) > 2:
            return f"{names[0]} {'dkk.' if self._language == 'id' else 'et al.'}"
        return self._and().join(names)


def _no_style() -> InvalidInput:
    return InvalidInput("unknown-style", "The citation style cannot be read.", "Use another one.")


def _look(name: str) -> Any:
    return lambda text: f"{_MARKS[name]}{text}{_MARKS['Plain']}"


_FORMATTER = SimpleNamespace(
    preformat=str, Italic=_look("Italic"), Oblique=_look("Italic"), Bold=_look("Bold"), Light=str,
    Underline=str, Superscript=str, Subscript=str, SmallCaps=str,
)  # fmt: skip


def _flat(text: str) -> str:
    return _LOOKS.sub("", text).replace("..", ".")


def _looks(text: str) -> tuple[Run, ...]:
    """A text with marks of look as runs."""
    runs: list[Run] = []
    stack: list[str] = []
    for piece in _LOOKS.split(text):
        if piece == _MARKS["Plain"]:
            stack = stack[:-1]
        elif piece in _MARKS.values():
            stack.append(piece)
        elif piece:
            runs.append(
                Run(piece, strong=_MARKS["Bold"] in stack, emphasis=_MARKS["Italic"] in stack)
            )
    return tuple(runs)
