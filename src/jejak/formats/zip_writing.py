"""ZIP archives that are written piece by piece, the same bytes for the same files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

__all__ = ["archive_entry", "zip_pieces", "zipped"]

# Of an archive's own making, so that the same study gives the same bytes.
_MOMENT = (1980, 1, 1, 0, 0, 0)
# What is packed already.
_PACKED = (".docx", ".xlsx", ".pptx", ".odt", ".pdf", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp3", ".m4a",
           ".ogg", ".mp4", ".m4v", ".mov", ".webm", ".zip")  # fmt: skip
_LEVEL = 1


class _Pieces:
    """What an archive wrote and nobody took yet."""

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._held.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        pass

    def taken(self) -> bytes:
        """All of it, which is not held any longer."""
        piece, self._held = b"".join(self._held), []
        return piece


def archive_entry(name: str) -> ZipInfo:
    """The entry of a file in an archive, packed unless it is packed already."""
    info = ZipInfo(name, _MOMENT)
    info.compress_type = ZIP_STORED if name.casefold().endswith(_PACKED) else ZIP_DEFLATED
    return info


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A small archive of files (name and content) in that order."""
    return b"".join(zip_pieces((name, [content]) for name, content in files))


def zip_pieces(files: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """An archive of files (name and content, piece by piece) in that order."""
    held = _Pieces()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for name, content in files:
            info = archive_entry(name)
            info._compresslevel = _LEVEL  # type: ignore[attr-defined]  # noqa: SLF001  (no public way before 3.13)
            with archive.open(info, "w", force_zip64=True) as file:
                for piece in content:
                    file.write(piece)
                    yield held.taken()
    yield held.taken()
