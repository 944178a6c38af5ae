"""The files of an archive that is written, each under a name of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model import Source
from .told import MEDIA
from .xml_out import text_of, writable

__all__ = ["Files"]


class Files:
    """The files of an archive as they are named in it: each name once, whatever they were called."""

    def __init__(self) -> None:
        self._taken: dict[str, tuple[str, bool]] = {}
        # Name in the archive -> the digest of a text or file, and whether it is a text.
        self.held: dict[str, tuple[str, bool]] = {}
        # Words that stand in no source, by what stands for their digest.
        self.said: dict[str, str] = {}

    def words(self, path: str, text: str) -> str:
        """The path of a file that holds such words."""
        key = f"words {path} {len(self.said)}"
        self.said[key] = text
        return self.name(path, key, text=True)

    def name(self, path: str, digest: str, *, text: bool) -> str:
        """The path by which a file is told, and under which it is put into the archive."""
        wanted = (
            path.removeprefix("internal://").replace("\\", "/").rpartition("/")[2] or digest[:16]
        )
        wanted = "".join("_" if sign in '<>:"|?*' or ord(sign) < 32 else sign for sign in wanted)
        stem, point, suffix = wanted.rpartition(".")
        own, number = wanted, 1
        content = digest, text
        while self._taken.get(own.casefold(), content) != content:
            number += 1
            own = f"{stem}-{number}.{suffix}" if point else f"{wanted}-{number}"
        self._taken[own.casefold()] = content
        self.held[f"Sources/{own}"] = content
        return f"internal://{own}"

    def content(
        self, source: Source, attributes: dict[str, str], kept: Mapping[str, Any], text: str
    ) -> str:
        """Name the files of a source in its attributes; its text, where that stands within."""
        missing = kept.get("missing") or ()
        for name in ("path", "richTextPath"):
            if name in attributes and source.original:
                attributes[name] = self.name(attributes[name], source.original, text=False)
            elif name in attributes and name not in missing:
                del attributes[name]
        if source.medium in MEDIA or ("plainTextPath" in missing and not text):
            return ""
        within = self.plain(source, attributes, text)
        return within or ("" if "plainTextPath" in attributes else "<PlainTextContent/>\n")

    def plain(self, source: Source, attributes: dict[str, str], text: str) -> str:
        """The text of a source as an element; nothing where it stands in a file, which is named."""
        if "plainTextPath" not in attributes and writable(text) and "\r" not in text:
            return text_of("PlainTextContent", text)
        path = attributes.get("plainTextPath", "")
        own = path if path.startswith("internal://") else f"internal://{source.guid}.txt"
        attributes["plainTextPath"] = self.name(own, source.text, text=True)
        return ""
