"""A project that comes packed: the folder of another program, or a study as plain texts, in a ``.zip``."""

from __future__ import annotations

import contextlib
import shutil
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from ..errors import UnreadableSource
from ..formats.hostile import refuse_hostile
from ..model.parcel import Parcel
from .parcels import open_parcel, recognised

__all__ = ["opened_parcel"]

_PIECE = 1 << 20
# What a Mac puts beside the files of a folder.
_BESIDE = "__MACOSX"


@contextlib.contextmanager
def opened_parcel(path: Path, answers: Mapping[str, str] | None = None) -> Iterator[Parcel]:
    """A project on its way in, which can be read within the ``with`` statement; a folder that comes packed is
    unpacked where nobody else may look, and goes again.

    Raises as :func:`.open_parcel`.
    """
    if path.suffix.casefold() != ".zip" or not path.is_file() or recognised(path) is not None:
        yield open_parcel(path, answers)
        return
    with TemporaryDirectory(prefix="jejak-") as folder:
        # Some formats take the name of their folder for that of the project.
        inside = Path(folder) / (path.stem or "project")
        _unpack(path, inside)
        found = next((one for one in _candidates(inside) if recognised(one) is not None), None)
        yield open_parcel(path if found is None else found, answers)


def _candidates(folder: Path) -> Iterator[Path]:
    yield folder
    yield from sorted(one for one in folder.iterdir() if one.name != _BESIDE)


def _unpack(path: Path, folder: Path) -> None:
    try:
        folder.mkdir()
        with zipfile.ZipFile(path) as archive:
            files = [one for one in archive.infolist() if not one.is_dir()]
            refuse_hostile(files)
            for one in files:
                _take(archive, one, folder / one.filename.replace("\\", "/"))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as error:
        raise UnreadableSource(
            "corrupt", f"{path.name} is no archive, or was cut short ({error}).",
            "Nothing was taken from it. Pack the folder anew.",
        ) from None  # fmt: skip
    except OSError as error:
        raise UnreadableSource(
            "cannot-unpack", f"{path.name} cannot be unpacked: {error.strerror}.",
            "Nothing was taken from it. Unpack it yourself and import its folder.",
        ) from None  # fmt: skip


def _take(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(info) as packed, place.open("wb") as file:
        shutil.copyfileobj(packed, file, _PIECE)
