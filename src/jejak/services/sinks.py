"""Where exports are written to: one file, a folder, an archive; whole or not at all."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from ..errors import Conflict
from ..formats.file_writing import cannot_write, writing
from ..formats.projects import Sink
from ..formats.zip_writing import archive_entry

__all__ = ["archive_at", "file_at", "folder_at"]


class _File:
    """One file."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def put(self, name: str, content: Iterable[bytes]) -> None:  # noqa: ARG002  (it has no name)
        for piece in content:
            self._stream.write(piece)


class _Archive:
    """The files of a folder in a ZIP archive."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive

    def put(self, name: str, content: Iterable[bytes]) -> None:
        with self._archive.open(archive_entry(name), "w", force_zip64=True) as file:
            for piece in content:
                file.write(piece)


class _Folder:
    """The files of a folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def put(self, name: str, content: Iterable[bytes]) -> None:
        path = self._path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            for piece in content:
                file.write(piece)


@contextlib.contextmanager
def file_at(path: Path) -> Iterator[Sink]:
    """One file: what was there stays until all is written. Raises as :func:`.write_whole`."""
    with writing(path) as stream:
        yield _File(stream)


@contextlib.contextmanager
def archive_at(path: Path) -> Iterator[Sink]:
    """A ZIP archive, in the same way."""
    with writing(path) as stream, ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        yield _Archive(archive)


@contextlib.contextmanager
def folder_at(path: Path, mark: str, owned: Sequence[str] = ()) -> Iterator[Sink]:
    """A folder that is new or empty, or one that was written before, which has a file
    named ``mark``.

    Of the latter everything goes that stands under one of the ``owned`` names or one that is written now; what else lies in it (a ``.git``,
    notes of one's own) stays. Nothing is touched until all is written beside it. Raises
    :class:`Conflict` for a folder of something else.
    """
    if path.exists() and not (
        path.is_dir() and ((path / mark).exists() or not any(path.iterdir()))
    ):
        raise Conflict(
            "not-empty", f"{path} is there already, and is not what is to be written.",
            "Nothing was written. Name a folder that is new or empty.",
        )  # fmt: skip
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".jejak-", dir=path.parent) as beside:
            yield _Folder(Path(beside))
            _put_in_place(Path(beside), path, owned)
    except OSError as error:
        raise cannot_write(path, error) from None


def _put_in_place(beside: Path, path: Path, owned: Sequence[str]) -> None:
    path.mkdir(exist_ok=True)
    for name in sorted({*owned, *(one.name for one in beside.iterdir())}):
        made, there = beside / name, path / name
        if there.is_dir() and not there.is_symlink():
            shutil.rmtree(there)
        if made.exists():
            made.replace(there)
        else:
            there.unlink(missing_ok=True)
