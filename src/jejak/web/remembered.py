"""What this machine remembers between starts: a secret of its own, and the port a study was at.

With both, a window that is open when ``jejak open`` ends goes on when it is started again. Of a study
nothing stands there but where its file lies, if it was opened from the workspace itself.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import secrets
import sys
from pathlib import Path

__all__ = ["Remembered"]

_MOST = 200
_LATEST = 12


def _folder() -> Path:
    """The folder for such things, as the system has it; ``JEJAK_STATE`` names another."""
    if chosen := os.environ.get("JEJAK_STATE"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "Jejak"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Jejak"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "jejak"


class Remembered:
    """The little that is kept beside no study; where it cannot be kept, nothing is remembered."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or _folder()

    def secret(self, study: Path) -> str:
        """This person's secret for a study on this machine; another at each start where none can be
        kept."""
        file = self._folder / "secret"
        kept = _read(file).strip()
        if len(kept) < 32:
            kept = secrets.token_hex(32)
            _write(file, kept)
        return hmac.new(kept.encode(), _mark(study).encode(), hashlib.sha256).hexdigest()

    def port(self, study: Path) -> int:
        """The port a study was last served at; 0 where none is known."""
        port = self._ports().get(_mark(study), 0)
        return port if isinstance(port, int) and 0 < port < 65536 else 0

    def keep_port(self, study: Path, port: int) -> None:
        """Remember the port a study is served at."""
        ports = self._ports()
        ports.pop(_mark(study), None)
        latest = [*ports.items(), (_mark(study), port)][-_MOST:]
        _write(self._folder / "ports.json", json.dumps(dict(latest)))

    def recent(self) -> list[Path]:
        """The files of the studies opened last from the workspace, the latest first."""
        return [Path(line) for line in _read(self._folder / "recent").splitlines() if line]

    def keep_recent(self, study: Path) -> None:
        """Remember where a study lies."""
        lines = [str(study), *(str(path) for path in self.recent() if path != study)]
        _write(self._folder / "recent", "\n".join(lines[:_LATEST]))

    def _ports(self) -> dict[str, object]:
        with contextlib.suppress(ValueError):
            kept = json.loads(_read(self._folder / "ports.json") or "{}")
            return kept if isinstance(kept, dict) else {}
        return {}


def _mark(study: Path) -> str:
    return hashlib.sha256(str(study.absolute()).encode(errors="surrogateescape")).hexdigest()[:24]


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _write(file: Path, text: str) -> None:
    with contextlib.suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = file.with_name(f"{file.name}.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(file)
