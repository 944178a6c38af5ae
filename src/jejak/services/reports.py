"""Reports: the study told from its questions to its limits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from ..documents.document import Document
from ..errors import InvalidInput, StoreFailure
from ..model import Prose
from ..model.undisturbed import undisturbed
from ..report.arranging import chosen_parts, template_named
from ..report.citing import with_citations
from ..report.composing import compose
from ..report.discretion import fit_to_leave
from ..report.placing import with_prose
from ..store import Store
from .drawing_ahead import DrawingAhead
from .report_facts import gather
from .report_templates import TemplateCard, template_cards

__all__ = ["ENDINGS", "Reports"]

# Ending -> function of the documents’ room that makes the file.
_WRITERS = {
    ".html": "html:as_page",
    ".pdf": "pdf:as_pdf",
    ".docx": "docx:as_word",
    ".md": "markdown:as_markdown",
    ".tex": "latex:as_latex",
    ".zip": "latex:as_latex_zip",
}
ENDINGS = tuple(_WRITERS)
# As what each shows pictures.
_DRAWN = {".html": "svg", ".pdf": "svg", ".docx": "png", ".zip": "png"}


class Reports:
    """The reports of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def document(
        self,
        language: str = "id",
        parts: Sequence[str] | None = None,
        style: str | None = None,
        template: str = "study",
    ) -> Document:
        """The report as it stands now, whatever it will be written as: all parts of a ``template``,
        or some by name in an order of one's own; literature is cited in a ``style`` (a name, or the
        path of a .csl file).

        Names that are known to be real do not get into it. Raises :class:`InvalidInput` for a
        language, part or template that is none; a style that is none is told in the report itself.
        """
        return self._document(language, parts, style, template)

    def _document(
        self,
        language: str,
        parts: Sequence[str] | None,
        style: str | None,
        template: str,
        ahead: DrawingAhead | None = None,
    ) -> Document:
        kind = template_named(template)
        chosen = chosen_parts(parts, kind)
        with undisturbed():
            begun = None if ahead is None else ahead.begun
            gathered = gather(self._store, frozenset(chosen), begun=begun)
            composed = with_prose(
                compose(gathered.facts, language, chosen, template),
                gathered.facts,
                self._store.all(Prose, template=template, language=language),
                kind,
            )
            return fit_to_leave(
                with_citations(composed, gathered.facts.works, style), gathered.discretion
            )

    def templates(self, language: str = "id") -> list[TemplateCard]:
        """The templates there are, each with its parts. Raises :class:`InvalidInput` for a language
        that is none."""
        return template_cards(language)

    def html(
        self,
        language: str = "id",
        parts: Sequence[str] | None = None,
        style: str | None = None,
        template: str = "study",
    ) -> str:
        """The report as one page that asks nobody for anything. Raises as :meth:`document`, and
        :class:`MissingExtra`."""
        return self.content(".html", language, parts, style, template).decode()

    def content(
        self,
        ending: str,
        language: str = "id",
        parts: Sequence[str] | None = None,
        style: str | None = None,
        template: str = "study",
    ) -> bytes:
        """The report as the bytes of a file with one of :data:`ENDINGS`. Raises as :meth:`html`, and
        :class:`InvalidInput` for another ending."""
        place = _WRITERS.get(ending.lower())
        if place is None:
            raise InvalidInput(
                "unknown-ending",
                f"A report cannot be written as “{ending}”.",
                f"It can be: {', '.join(ENDINGS)}.",
            )
        module, _, name = place.partition(":")
        writer: Callable[[Document], bytes] = getattr(
            import_module(f"jejak.documents.{module}"), name
        )
        with undisturbed(), DrawingAhead(_DRAWN.get(ending.lower(), ""), language) as ahead:
            return writer(self._document(language, parts, style, template, ahead))

    def write(
        self,
        path: str | Path,
        language: str = "id",
        parts: Sequence[str] | None = None,
        style: str | None = None,
        template: str = "study",
    ) -> Path:
        """Write the report to a file of the kind that its ending names.

        Raises as :meth:`content`, and :class:`StoreFailure` where the file cannot be written.
        """
        path = Path(path)
        content = self.content(path.suffix or path.name, language, parts, style, template)
        try:
            path.write_bytes(content)
        except OSError as error:
            raise StoreFailure(
                "cannot-write", f"{path} cannot be written: {error.strerror}.",
                "Nothing was written.",
            ) from error  # fmt: skip
        return path
