"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from ..errors import InvalidInput, StoreFailure

__all__ = ["write_whole"]


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``: a file that was there stays as it was until all is written.

    Raises :class:`InvalidInput` (no such folder, not permitted, a folder) and
    :class:`StoreFailure` (``disk-full``).
    """
    if path.is_dir():
        raise InvalidInput("not-a-file", f"{path} is a folder.", "Name a file.")
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".jejak-", delete=False) as stream:
            temporary = Path(stream.name)
            stream.write(content)
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise StoreFailure(
                "disk-full", f"There is no room left to write {path}.", "Nothing was written."
            ) from None
        raise InvalidInput(
            "cannot-write", f"{path} cannot be written: {error.strerror}.", "Nothing was written."
        ) from None


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
