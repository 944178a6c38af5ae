"""Writes or checks ``requirements.lock``, the exact Python packages that `make` installs.

The lock names versions and digests, never an index: whoever installs decides where packages come
from (``PIP_INDEX_URL`` and its kin). It is resolved for every platform at once and carries, in its
first lines, a digest of what pyproject.toml asks for, so that checking it needs no network.

``lock.py`` writes it, keeping what still fits; ``lock.py --upgrade`` takes the newest;
``lock.py --check`` exits 1 when pyproject.toml asks for something else than was locked.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
MARK = "# asked for: sha256:"


def asked_for() -> str:
    """The digest of every requirement that pyproject.toml states."""
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project = stated["project"]
    requirements = {
        "python": project["requires-python"],
        "needed": project["dependencies"],
        "extras": project["optional-dependencies"],
        "groups": stated["dependency-groups"],
    }
    text = json.dumps(requirements, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def write(*, upgrade: bool) -> None:
    """Resolve anew and write the lock."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet"]
    command += ["--universal", "--all-extras", "--group", "dev", "--generate-hashes"]
    command += ["--no-header", "--no-annotate", "--output-file", str(LOCK)]
    command += ["--upgrade"] if upgrade else []
    subprocess.run(command, cwd=ROOT, check=True)
    body = LOCK.read_text("utf-8")
    head = f"# Written by scripts/lock.py; `make lock` writes it anew.\n{MARK}{asked_for()}\n"
    LOCK.write_text(head + body, "utf-8")


def is_current() -> bool:
    """Whether the lock was made from what pyproject.toml says now."""
    return LOCK.is_file() and f"{MARK}{asked_for()}\n" in LOCK.read_text("utf-8")


def main(words: list[str]) -> int:
    """Do what the command line asks; the exit code."""
    if "--check" not in words:
        write(upgrade="--upgrade" in words)
    if is_current():
        return 0
    print("requirements.lock is older than pyproject.toml: run `make lock` and commit it.")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
