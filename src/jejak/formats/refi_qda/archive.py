"""The archive of a project: looked into before anything is taken from it, its files found by any spelling."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import IO
from urllib.parse import unquote

from ...errors import UnreadableSource
from ...model.parcel import Original
from ..hostile import refuse_hostile

__all__ = ["Archive", "is_project"]

_PIECE = 1 << 20
_INTERNAL = "internal://"
_RELATIVE = "relative://"


def is_project(path: Path) -> bool:
    """Whether a file is a ZIP archive with a project file in it, or says so by its name."""
    if not path.is_file():
        return False
    if path.suffix.casefold() == ".qdpx":
        return True
    try:
        with zipfile.ZipFile(path) as archive:
            return any(_is_top(name) for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def _is_top(name: str) -> bool:
    return "/" not in name and name.casefold().endswith(".qde")


def _is_same(one: zipfile.ZipInfo, kept: Mapping[str, zipfile.ZipInfo]) -> bool:
    last = kept[one.filename]
    return (one.CRC, one.file_size) == (last.CRC, last.file_size)


class Archive:
    """A project's archive, open for reading; ``doubled`` are the names that stand for several files which are
    not the same, of which the last is taken."""

    def __init__(self, path: Path) -> None:
        """Raises :class:`UnreadableSource` (``corrupt``, ``encrypted``, ``hostile-archive``,
        ``archive-bomb``, ``no-project``)."""
        self._path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise UnreadableSource(
                "corrupt", f"{path.name} is no archive, or was cut short ({error}).",
                "Nothing was taken from it. Export it anew.",
            ) from None  # fmt: skip
        whole = [one for one in self._zip.infolist() if not one.is_dir()]
        refuse_hostile(whole)
        # Of files of one name the last is what any program would unpack.
        kept = {one.filename: one for one in whole}
        self.doubled = sorted({one.filename for one in whole if not _is_same(one, kept)})
        files = list(kept.values())
        self._by_name = {one.filename.casefold(): one for one in files}
        self._by_base: dict[str, zipfile.ZipInfo] = {}
        for one in files:
            self._by_base.setdefault(PurePosixPath(one.filename).name.casefold(), one)
        projects = [one for one in files if _is_top(one.filename)]
        projects = projects or [one for one in files if one.filename.casefold().endswith(".qde")]
        if not projects:
            raise UnreadableSource(
                "no-project", f"{path.name} holds no project (no file that ends in .qde).",
                "Nothing was taken from it. Export a REFI-QDA project, not a codebook.",
            )  # fmt: skip
        preferred = [one for one in projects if one.filename.casefold() == "project.qde"]
        self.project = (preferred or projects)[0]

    def open(self, info: zipfile.ZipInfo) -> IO[bytes]:
        """A file of the archive. Raises :class:`UnreadableSource`."""
        try:
            return self._zip.open(info)
        except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as error:
            raise UnreadableSource("corrupt", f"{info.filename} is broken: {error}.") from None

    def pieces(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """A file of the archive, piece by piece. Raises :class:`UnreadableSource`."""
        with self.open(info) as file:
            while True:
                try:
                    piece = file.read(_PIECE)
                except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
                    raise UnreadableSource(
                        "corrupt", f"{info.filename} is broken: {error}."
                    ) from None
                if not piece:
                    return
                yield piece

    def named(self, name: str) -> zipfile.ZipInfo | None:
        """The file of that whole name."""
        return self._by_name.get(name.casefold())

    def find(self, path: str) -> zipfile.ZipInfo | None:
        """The file that a path of the project means, by whatever spelling of its folder; ``None`` where it
        lies elsewhere or is missing."""
        plain = path.strip()
        for form in (_INTERNAL, _RELATIVE):
            if plain.casefold().startswith(form):
                plain = plain[len(form) :]
                break
        else:
            if "://" in plain or plain[1:2] == ":" or plain.startswith(("/", "\\")):
                return None
        for spelled in (plain, unquote(plain)):
            name = spelled.replace("\\", "/").lstrip("/")
            for whole in (name, f"sources/{name}"):
                if whole.casefold() in self._by_name:
                    return self._by_name[whole.casefold()]
            base = PurePosixPath(name).name.casefold()
            if base in self._by_base:
                return self._by_base[base]
        return None

    def original(self, info: zipfile.ZipInfo) -> Original:
        """A file of the archive on its way into a study. Raises :class:`UnreadableSource`."""
        hashed, length = hashlib.sha256(), 0
        for piece in self.pieces(info):
            hashed.update(piece)
            length += len(piece)
        return Original(hashed.hexdigest(), length, lambda: self.open(info))  # type: ignore[arg-type,return-value]

    def close(self) -> None:
        """Close the file."""
        self._zip.close()
