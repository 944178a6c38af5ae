"""The words and files of a project: what an archive holds of a source, and what is missing."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from ...errors import JejakError, UnreadableSource
from ...model import Block, say
from ...model.parcel import Original
from ...model.reading import block_of
from ..decoding import decode
from ..reading import read_bytes
from ..zipped import local
from .counted import Text
from .intake import Coming, Intake, derived

__all__ = ["Contents"]

# A rich text beyond this is not looked into for its words.
_MOST_RICH = 50_000_000


class Contents:
    """The contents of the sources of one project."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake

    def text_of(
        self, element: Any, where: str, file: Original | None, content: dict[str, Any]
    ) -> Text:
        """The words of a text; where ``file`` alone has them, those that are read out of it."""
        inline = next((one for one in element if local(one.tag) == "PlainTextContent"), None)
        path = element.get("plainTextPath")
        if path:
            info = self._intake.archive.find(path)
            if info is not None:
                try:
                    raw = b"".join(self._intake.archive.pieces(info))
                except UnreadableSource as error:
                    self._intake.tally.note("broken-file", say("{why}", why=error.message), where)
                else:
                    return Text(_decoded(raw))
            elif inline is None:
                self.missing(path, "plainTextPath", where, content)
        if inline is not None:
            return Text("".join(inline.itertext()))
        return self._rich(element, where, file)

    def pages(self, file: Original, source: str, where: str) -> tuple[Text, list[Block]]:
        """The words of a PDF file and its pages and paragraphs; none where it holds none."""
        try:
            with file.open() as stream:
                reading = read_bytes(
                    stream.read() if file.length <= _MOST_RICH else b"", "pages.pdf"
                )
        except JejakError as error:
            self._intake.tally.note("no-text", say("It has no plain text, and none could be read out of its file: "
                                                   "{why}", why=error.message), where)  # fmt: skip
            return Text(""), []
        blocks = [
            block_of(one, source, number, derived(source, "block", str(number)))
            for number, one in enumerate(reading.blocks, 1)
        ]
        return Text(reading.text), blocks

    def _rich(self, element: Any, where: str, file: Original | None) -> Text:
        path = element.get("richTextPath") or ""
        if file is None or file.length > _MOST_RICH:
            return Text("")
        with file.open() as stream:
            content = stream.read()
        try:
            reading = read_bytes(content, PurePosixPath(path.replace("\\", "/")).name)
        except JejakError as error:
            self._intake.tally.note("no-text", say("It has no plain text, and none could be read out of its file: "
                                                   "{why}", why=error.message), where)  # fmt: skip
            return Text("")
        self._intake.tally.note("rich-text-only", say("It has no plain text; its words were read out of its file, "
                                                      "in which positions may be counted otherwise."), where)  # fmt: skip
        return Text(reading.text)

    def file(
        self, element: Any, name: str, where: str, content: dict[str, Any], coming: Coming
    ) -> Original | None:
        """The file that an attribute names, on its way into the study."""
        path = element.get(name) or (element.get("currentPath") if name == "path" else None)
        if not path:
            return None
        info = self._intake.archive.find(path)
        if info is None:
            self.missing(path, name, where, content)
            return None
        try:
            file = self._intake.archive.original(info)
        except UnreadableSource as error:
            self._intake.tally.note("broken-file", say("{why}", why=error.message), where)
            return None
        coming.originals.append(file)
        return file

    def missing(self, path: str, name: str, where: str, content: dict[str, Any]) -> None:
        """Tell that a file is not there; its path goes back as it was."""
        content.setdefault("missing", []).append(name)
        self._intake.tally.note(
            "missing-file", say("Its file is not in the archive: {path}. What is said of it came in.",
                                path=path), where,
        )  # fmt: skip

    def called(self, element: Any, name: str) -> str:
        """How the file of something of that name is called."""
        path = (
            element.get("richTextPath") or element.get("path") or element.get("currentPath") or ""
        )
        suffix = PurePosixPath(path.replace("\\", "/")).suffix
        return name if name.casefold().endswith(suffix.casefold()) else name + suffix


def _decoded(raw: bytes) -> str:
    """The text of a file as it stands there, its line ends and mark included."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    return decode(raw)[0] if raw.strip(b"\0 \t\r\n") else ""
