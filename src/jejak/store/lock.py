"""The lock file beside an open study: who has it, on which machine.

SQLite keeps two programs on one machine apart by itself. A folder that is synced between machines
is another matter: there, a study that another machine has open may only be read.
"""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

__all__ = ["StudyLock"]


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
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

    def take(self) -> None:
        """Say that this process has the study open."""
        self._write([*self._living(), self._mine])

    def release(self) -> None:
        """Say that it has it open no more; the file goes with the last one."""
        holders = self._living()
        if self._mine in holders:
            holders.remove(self._mine)
        self._write(holders)

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
