"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ..errors import InvalidInput, JejakError, StoreFailure

__all__ = ["cannot_write", "write_whole", "writing"]


@contextlib.contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """A stream whose content stands at ``path`` once all is written: a file that was there stays as it
    was till then, and where something goes wrong.

    Raises :class:`InvalidInput` (no such folder, not permitted, a folder) and
    :class:`StoreFailure` (``disk-full``).
    """
    if path.is_dir():
        raise InvalidInput("not-a-file", f"{path} is a folder.", "Name a file.")
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".jejak-", delete=False) as stream:
            temporary = Path(stream.name)
            yield stream
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from None
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


def cannot_write(path: Path, error: OSError) -> JejakError:
    """What is to be said where a file or folder could not be written."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return StoreFailure(
            "disk-full", f"There is no room left to write {path}.", "Nothing was written."
        )
    return InvalidInput(
        "cannot-write", f"{path} cannot be written: {error.strerror}.", "Nothing was written."
    )


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` as :func:`writing` does, which says what is raised."""
    with writing(path) as stream:
        stream.write(content)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
