"""Commands called as the shell calls them, in this process or in one of their own."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from jejak.cli import main

# What is printed is compared in English, whatever the system speaks.
os.environ.setdefault("JEJAK_LANG", "en")
PROGRAM = "from jejak.cli import main; main()"


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def call(*words: object) -> Done:
    """Run a command here; its exit code and what it printed."""
    out, err = io.StringIO(), io.StringIO()
    code = 0
    given = sys.argv
    sys.argv = ["jejak", *map(str, words)]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main()
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 1
        finally:
            sys.argv = given
    return Done(code, out.getvalue(), err.getvalue())


def start(*words: object, **how: Any) -> subprocess.Popen[bytes]:
    """Start a command in a process of its own."""
    return subprocess.Popen([sys.executable, "-c", PROGRAM, *map(str, words)], **how)
