"""Archives that are made to do harm: known by their table of contents, refused before anything is unpacked."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Sequence

from ..errors import UnreadableSource

__all__ = ["refuse_hostile"]

_MOST_FILES = 250_000
# A deflated text is rarely a fiftieth of itself; what is a five-hundredth is made to fill a disk.
_LARGE = 100_000_000
_MOST_RATIO = 500


def refuse_hostile(files: Sequence[zipfile.ZipInfo]) -> None:
    """Raise :class:`UnreadableSource` (``hostile-archive``, ``encrypted``, ``archive-bomb``) for files that would
    lie outside their folder or hide their name, are locked, or would unpack to far more than they can honestly hold."""
    for one in files:
        if _leads_outside(one):
            raise UnreadableSource(
                "hostile-archive", f"The archive has a file that would lie outside it: {one.filename}.",
                "Nothing was taken from it.",
            )  # fmt: skip
        if "\0" in one.orig_filename:
            raise UnreadableSource(
                "hostile-archive", f"A file of the archive hides its name: {one.orig_filename!r}.",
                "Nothing was taken from it.",
            )  # fmt: skip
        if one.flag_bits & 1:
            raise UnreadableSource("encrypted", "The archive is locked with a password.",
                                   "Nothing was taken from it. Save it without one.")  # fmt: skip
        packed = max(one.compress_size, 1)
        if one.file_size > _LARGE and one.file_size / packed > _MOST_RATIO:
            raise UnreadableSource(
                "archive-bomb", f"{one.filename} would unpack to far more than it can honestly hold.",
                "Nothing was taken from it.",
            )  # fmt: skip
    whole, packed = sum(one.file_size for one in files), sum(one.compress_size for one in files)
    if whole > _LARGE and whole / max(packed, 1) > _MOST_RATIO:
        raise UnreadableSource(
            "archive-bomb", "The archive would unpack to far more than it can honestly hold.",
            "Nothing was taken from it.",
        )  # fmt: skip
    if len(files) > _MOST_FILES:
        raise UnreadableSource(
            "archive-bomb", f"The archive has {len(files):,} files.", "Nothing was taken from it."
        )


def _leads_outside(one: zipfile.ZipInfo) -> bool:
    """Whether it is named as lying elsewhere, or is a link that leads there."""
    name = one.filename.replace("\\", "/")
    is_link = stat.S_ISLNK(one.external_attr >> 16)
    return is_link or name.startswith("/") or ".." in name.split("/") or name[1:2] == ":"
