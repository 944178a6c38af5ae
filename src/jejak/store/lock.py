"""The lock file beside an open study: who has it, on which machine.

SQLite keeps two programs on one machine apart by itself. A folder that is synced between machines
is another matter: there, a study that another machine has open may only be read.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

__all__ = ["StudyLock"]

# Seconds: between two tries, and until a gate that stays shut was left by somebody who died.
_PAUSE = 0.005
_PATIENCE = 1.0


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _made(gate: Path) -> bool | None:
    """Whether the file was made now; ``None`` where no file can be made (read-only media)."""
    try:
        os.close(os.open(gate, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return False
    except OSError:
        return None
    return True


class StudyLock:
    """The processes that have a study open, in ``NAME.jejak.lock``."""

    def __init__(self, study: Path) -> None:
        self.path = study.with_name(study.name + ".lock")
        self._mine = f"{socket.gethostname()}:{os.getpid()}"

    def foreign(self) -> str | None:
        """The machine that has the study open, if it is another one."""
        host = socket.gethostname()
        others = [name.rsplit(":", 1)[0] for name in self._holders()]
        return next((other for other in others if other != host), None)

    @property
    def unheld(self) -> bool:
        """Whether nobody has the study open, nor left something beside it."""
        beside = self.path.with_name(f"{self.path.name.removesuffix('.lock')}-wal")
        return not self._living() and not beside.exists()

    @property
    def alone(self) -> bool:
        """Whether this process has it open once, and nobody else has it open."""
        return self._living() == [self._mine]

    def take(self) -> None:
        """Say that this process has the study open."""
        with self._alone():
            self._write([*self._living(), self._mine])

    def release(self) -> None:
        """Say that it has it open no more; the file goes with the last one."""
        with self._alone():
            holders = self._living()
            if self._mine in holders:
                holders.remove(self._mine)
            self._write(holders)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other processes from writing the lock file between reading and writing it.

        Whoever makes the file beside it first goes first. One that is left by a process that died
        is passed over after a while: what is guarded takes a moment.
        """
        gate = self.path.with_name(f"{self.path.name}.gate")
        mine = _made(gate)
        until = time.monotonic() + _PATIENCE
        while mine is False and time.monotonic() < until:
            time.sleep(_PAUSE)
            mine = _made(gate)
        try:
            yield
        finally:
            if mine is not None:
                gate.unlink(missing_ok=True)

    def _holders(self) -> list[str]:
        try:
            content = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        return [str(name) for name in content] if isinstance(content, list) else []

    def _living(self) -> list[str]:
        return [name for name in self._holders() if _alive(int(name.rsplit(":", 1)[1]))]

    def _write(self, holders: list[str]) -> None:
        try:
            if not holders:
                self.path.unlink(missing_ok=True)
                return
            fresh = self.path.with_name(f"{self.path.name}.{os.getpid()}")
            fresh.write_text(json.dumps(holders), encoding="utf-8")
            fresh.replace(self.path)
        except OSError:
            # A folder that takes no lock file (read-only media) takes no writes either: SQLite
            # will say so in its own words when one is tried.
            return
