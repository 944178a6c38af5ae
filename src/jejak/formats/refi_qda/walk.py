"""A project file element by element, without having all of it in memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from ...errors import MissingExtra, UnreadableSource
from ..zipped import local

__all__ = ["Project", "walk"]

# What is handed over whole, one after the other; whatever stands beside these stays in the tree.
_WHOLE = frozenset({
    "User", "CodeBook", "Variable", "Case", "TextSource", "PictureSource", "PDFSource", "AudioSource",
    "VideoSource", "Note", "Link", "Set", "Graph",
})  # fmt: skip
_LISTS = frozenset({"Users", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs"})


class Project:
    """A project file being read: its own attributes at once, then its elements by :func:`walk`, and what
    stood beside them in ``rest`` at the end."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        """Raises :class:`UnreadableSource` for what is no such file, :class:`MissingExtra`."""
        try:
            from lxml import etree
        except ImportError:
            raise MissingExtra("files", "Reading REFI-QDA projects") from None
        self.rest: list[Any] = []
        self._broken = etree.XMLSyntaxError
        self._events = etree.iterparse(
            stream, events=("start", "end"), tag=["{*}" + one for one in (*_WHOLE, "Project")], huge_tree=True, resolve_entities=False, load_dtd=False,
            no_network=True, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        _, self.root = self._next()
        if self.root is None:
            self.root = self._events.root
        if self.root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableSource(
                "hostile-xml", f"{name} defines entities, which no honest project does.",
                "Nothing was taken from it.",
            )  # fmt: skip
        if local(self.root.tag) != "Project":
            raise UnreadableSource(
                "no-project", f"{name} holds no REFI-QDA project but <{local(self.root.tag)}>.",
                "Nothing was taken from it.",
            )  # fmt: skip

    def _next(self) -> tuple[str, Any]:
        try:
            event, element = next(self._events)
        except self._broken as error:
            raise UnreadableSource(
                "corrupt", f"The project file is broken: {error.msg}.",
                "Nothing was taken from it. Export it anew.",
            ) from None  # fmt: skip
        except StopIteration:
            return "", None
        return str(event), element

    def elements(self) -> Iterator[Any]:
        """Each element that is handed over whole; it is gone when the next is asked for."""
        while True:
            event, element = self._next()
            if element is None:
                return
            if event == "end" and element is not self.root and self._stands(element):
                yield element
                element.getparent().remove(element)
            elif event == "end" and element is self.root:
                self.rest = [one for one in self.root if local(one.tag) not in _LISTS]
                self.rest += [
                    one for held in self.root if local(held.tag) in _LISTS for one in held
                ]

    def _stands(self, element: Any) -> bool:
        """Whether an element stands where one of its name is handed over."""
        above = element.getparent()
        if local(element.tag) == "CodeBook":
            return above is self.root
        return local(above.tag) in _LISTS and above.getparent() is self.root


def walk(project: Project) -> Iterator[tuple[str, Any]]:
    """The elements of a project by their names."""
    for element in project.elements():
        yield local(element.tag), element
