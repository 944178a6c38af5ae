"""Both servers with reload: Vite for the workspace, Jejak for the API, on the demo's study.

Vite reloads the browser by itself and passes ``/api`` on; the Python server is started anew when a
Python file, frame or catalogue changes. Ctrl C ends both. ``dev.py STUDY`` takes another study.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
JEJAK = ROOT / ".venv" / "bin" / "jejak"
PORT = 8765
FRONT = 5173
WATCHED = {".py", ".yaml", ".po", ".lark", ".j2"}
# One token for the whole session, so that a reload does not lock the browser out.
SURROUNDINGS = {"JEJAK_TOKEN": secrets.token_urlsafe(24), **os.environ}


def state() -> dict[Path, int]:
    """When each watched file was last written."""
    source = (ROOT / "src" / "jejak").rglob("*")
    return {path: path.stat().st_mtime_ns for path in source if path.suffix in WATCHED}


def demo() -> Path:
    """The demo's study, built on the first run and kept in ``build/dev``."""
    folder = ROOT / "build" / "dev"
    study = folder / "demo.jejak"
    if not study.exists():
        subprocess.run([str(JEJAK), "demo", str(folder), "--no-open"], check=True)
    return study


def serve(study: Path) -> subprocess.Popen[str]:
    """Start the API on ``study`` and show where the workspace is to be opened."""
    command = [str(JEJAK), "open", str(study), "--port", str(PORT), "--no-browser"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=SURROUNDINGS)
    assert server.stdout is not None
    address = server.stdout.readline().strip()
    print(f"\n  Workspace: {address.replace(f':{PORT}', f':{FRONT}')}\n", flush=True)
    return server


def watch(study: Path) -> None:
    """Serve until interrupted, anew after every change."""
    while True:
        server, seen = serve(study), state()
        try:
            while state() == seen:
                time.sleep(0.5)
        finally:
            server.terminate()
            server.wait()


def main(words: list[str]) -> None:
    """Run both servers on the named study or the demo's."""
    study = Path(words[0]).resolve() if words else demo()
    vite = subprocess.Popen([str(ROOT / "scripts" / "npm"), "run", "--silent", "dev"])
    try:
        watch(study)
    except KeyboardInterrupt:
        print()
    finally:
        vite.terminate()
        vite.wait()


if __name__ == "__main__":
    main(sys.argv[1:])
