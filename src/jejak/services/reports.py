"""Reports: the study told from its questions to its limits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from ..documents.document import Document
from ..errors import InvalidInput, StoreFailure
from ..report.composing import chosen_parts, compose
from ..report.discretion import fit_to_leave
from ..store import Store
from .report_facts import gather

__all__ = ["ENDINGS", "Reports"]

# Ending -> function of the documents’ room that makes the file.
_WRITERS = {
    ".html": "html:as_page",
    ".docx": "docx:as_word",
    ".md": "markdown:as_markdown",
}
ENDINGS = tuple(_WRITERS)


class Reports:
    """The reports of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def document(self, language: str = "id", parts: Sequence[str] | None = None) -> Document:
        """The report as it stands now, whatever it will be written as: all parts, or some by name.

        Names that are known to be real do not get into it. Raises :class:`InvalidInput` for a
        language or a part that is none.
        """
        chosen = chosen_parts(parts)
        gathered = gather(self._store, frozenset(chosen))
        return fit_to_leave(compose(gathered.facts, language, chosen), gathered.names)

    def html(self, language: str = "id", parts: Sequence[str] | None = None) -> str:
        """The report as one page that asks nobody for anything. Raises as :meth:`document`, and
        :class:`MissingExtra`."""
        from ..documents.html import as_page

        return as_page(self.document(language, parts)).decode()

    def content(
        self, ending: str, language: str = "id", parts: Sequence[str] | None = None
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
        return writer(self.document(language, parts))

    def write(
        self, path: str | Path, language: str = "id", parts: Sequence[str] | None = None
    ) -> Path:
        """Write the report to a file of the kind that its ending names.

        Raises as :meth:`content`, and :class:`StoreFailure` where the file cannot be written.
        """
        path = Path(path)
        content = self.content(path.suffix or path.name, language, parts)
        try:
            path.write_bytes(content)
        except OSError as error:
            raise StoreFailure(
                "cannot-write", f"{path} cannot be written: {error.strerror}.",
                "Nothing was written.",
            ) from error  # fmt: skip
        return path
