"""The reader without the workspace: built by Vite, put into an empty page."""

from __future__ import annotations

import subprocess
from pathlib import Path

__all__ = ["build_reader", "page_with_reader"]

ROOT = Path(__file__).resolve().parent.parent.parent
STYLE = """
html, body { height: 100%; margin: 0; color-scheme: light dark; }
#host { height: 100vh; }
"""


def build_reader(into: Path) -> Path:
    """Builds the reader's script and style sheet into a folder, and answers the folder."""
    npm = ["sh", str(ROOT / "scripts" / "npm"), "exec", "--", "vite", "build"]
    command = [*npm, "--config", "tests/reader/vite.config.ts", "--outDir", str(into)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    return into


def page_with_reader(built: Path) -> str:
    """The HTML of a page whose ``#host`` waits for a reader; ``alone`` holds its functions."""
    style = (built / "reader.css").read_text("utf-8")
    script = (built / "reader.js").read_text("utf-8")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Reader</title>'
        f"<style>{STYLE}{style}</style></head>"
        f'<body><main id="host"></main><script>{script}</script></body></html>'
    )
