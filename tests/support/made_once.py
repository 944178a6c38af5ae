"""Studies that many tests begin with: each is made once in a process, and copied from then on."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Concatenate, ParamSpec

from jejak.study import Study, open_study

__all__ = ["made_once"]

More = ParamSpec("More")
Make = Callable[Concatenate[Path, More], Study]


def made_once(make: Make[More]) -> Make[More]:
    """A maker of a study in a folder that leaves there what its first call with the same values made.

    What is left is open. Two of them have the same GUIDs, as copies of a study have.
    """
    kept: dict[tuple, tuple[str, str, dict[str, bytes]]] = {}

    @wraps(make)
    def copied(folder: Path, *args: More.args, **more: More.kwargs) -> Study:
        wanted = (args, *more.items())
        if wanted not in kept:
            kept[wanted] = _made(make, args, more)
        name, user, files = kept[wanted]
        for file, content in files.items():
            (folder / file).write_bytes(content)
        return open_study(folder / name, user=user)

    return copied


def _made(make: Callable[..., Study], args: tuple, more: dict) -> tuple[str, str, dict[str, bytes]]:
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        with make(folder, *args, **more) as study:
            name, user = study.store.path.name, study.user.name
        return name, user, {one.name: one.read_bytes() for one in folder.iterdir()}
