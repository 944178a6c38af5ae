"""A folder that is read: its files, and what was wrong with any line of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ...errors import UnreadableSource
from ...model.message import Message, say
from ...model.parcel import Tally
from .conflicts import mark_line
from .layout import OWNED, RECORDS
from .scalars import yaml_of

__all__ = ["Folder"]

_BLOCKS = ".blocks.jsonl"


class Folder:
    """The files of a plain-text study."""

    def __init__(self, path: Path, tally: Tally) -> None:
        self.path = path
        self.tally = tally

    def note(self, code: str, message: Message, where: str) -> None:
        """Tell of something that was changed or left out, and ``where`` it stood."""
        self.tally.note(code, message, where)

    def has(self, name: str) -> bool:
        """Whether there is a file of that name."""
        path = self.path / name
        return path.is_file() and not path.is_symlink()

    def content(self, name: str) -> bytes:
        """A file; empty where there is none. Raises :class:`UnreadableSource`."""
        try:
            return (self.path / name).read_bytes() if self.has(name) else b""
        except OSError as error:
            raise UnreadableSource(
                "unreadable",
                say("{name} cannot be read: {reason}.", name=name, reason=error.strerror),
            ) from None

    def names(self, folder: str) -> list[str]:
        """The files in one of its folders, by name."""
        found = self.path / folder
        if not found.is_dir() or found.is_symlink():
            return []
        return [
            f"{folder}/{one.name}"
            for one in sorted(found.iterdir())
            if self.has(f"{folder}/{one.name}")
        ]

    def yaml(self, name: str) -> dict[str, Any]:
        """What a file of YAML says. Raises :class:`UnreadableSource`."""
        try:
            found = yaml_of(self.content(name).decode("utf-8-sig"))
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            mark = getattr(error, "problem_mark", None)
            raise UnreadableSource(
                "bad-yaml",
                say(
                    "{name} is no valid YAML (line {n}).", name=name, n=mark.line + 1 if mark else 1
                ),
                say("Nothing was taken in. Correct the file and try again."),
            ) from None
        return found if isinstance(found, dict) else {}

    def lines(self, name: str, *, quiet: bool = False) -> Iterator[tuple[str, dict[str, Any]]]:
        """The lines of a file of JSON, each with where it stands; a broken one is left out, and
        named unless ``quiet``."""
        if not self.has(name):
            return
        with (self.path / name).open("rb") as file:
            for number, line in enumerate(file, 1):
                if not line.strip():
                    continue
                where = f"{name}:{number}"
                try:
                    found = json.loads(line)
                except ValueError:
                    found = None
                if isinstance(found, dict):
                    yield where, found
                elif not quiet:
                    self.note(
                        "broken-line", say("This line cannot be read; it was left out."), where
                    )

    def refuse_conflicts(self) -> None:
        """Raise :class:`UnreadableSource` where git left marks of a conflict between two branches.

        What follows the fields of a text is looked at by whoever reads it: it may hold anything.
        """
        records = self.names("records")
        tables = ["study.yaml", "codebook.yaml", "codings.jsonl", "cases.csv", "changes.jsonl"]
        texts = [name for folder in ("sources", "memos", "findings") for name in self.names(folder)]
        for name in [*tables, *records, *texts]:
            content = self.content(name)
            if name.endswith(".md"):
                content = content[: content.find(b"\n---", 4) + 1]
            line = mark_line(content)
            if line is not None:
                raise self.conflict(name, line)

    @staticmethod
    def conflict(name: str, line: int) -> UnreadableSource:
        """What a folder is refused with in which git left a conflict."""
        return UnreadableSource(
            "git-conflict",
            say(
                "{name}, line {n}: two branches changed the same, and git left both.",
                name=name,
                n=line,
            ),
            say("Nothing was taken in. Settle it in that file, commit, and try again."),
        )

    def name_unknown(self) -> None:
        """Tell of files that are not of this format: they are left as they are."""
        for one in sorted(self.path.iterdir()):
            if one.name not in OWNED and not one.name.startswith("."):
                self._left(one.name)
        for folder in ("sources", "memos", "findings", "records", "earlier", "originals"):
            inside = self.path / folder
            for one in sorted(inside.iterdir()) if inside.is_dir() else ():
                name = f"{folder}/{one.name}"
                if not (self.has(name) and self._known(folder, name)):
                    self._left(name)

    def _known(self, folder: str, name: str) -> bool:
        if folder == "records":
            return name in RECORDS.values()
        if folder == "sources" and name.endswith(_BLOCKS):
            return self.has(f"{name.removesuffix(_BLOCKS)}.md")
        return folder == "originals" or name.endswith(".txt" if folder == "earlier" else ".md")

    def _left(self, name: str) -> None:
        self.note(
            "unknown-file", say("This is no file of a plain-text study; it was left aside."), name
        )
