"""`jejak` as programs of their own that start at once.

One process loads everything and forks for each command: what a test starts is a real process with
the program's real main function, and only the second of loading is spared. It is not measured for
coverage, which would slow down every answer.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO

__all__ = ["Program", "start"]

_LARGEST = 1 << 20


class Program:
    """A command that runs; used as a context it is waited for at the end."""

    def __init__(self, pid: int, stdout: IO[str]) -> None:
        self.pid = pid
        self.stdout = stdout

    def terminate(self) -> None:
        """Asks it to end."""
        self._send(signal.SIGTERM)

    def kill(self) -> None:
        """Ends it on the spot."""
        self._send(signal.SIGKILL)

    def wait(self) -> str:
        """Waits for its end; what it printed until then."""
        printed = self.stdout.read()
        self.stdout.close()
        return printed

    def _send(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)


def _unmeasured(surroundings: Mapping[str, str]) -> dict[str, str]:
    return {name: word for name, word in surroundings.items() if not name.startswith("COVERAGE_")}


@cache
def _forking() -> socket.socket:
    """The process that forks, started when it is first wanted."""
    mine, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, __file__, str(theirs.fileno())]
    process = subprocess.Popen(command, pass_fds=[theirs.fileno()], env=_unmeasured(os.environ))
    theirs.close()

    def end() -> None:
        mine.close()
        process.wait()

    atexit.register(end)
    return mine


def start(words: Sequence[object], surroundings: Mapping[str, str]) -> Program:
    """Starts `jejak` with some words; its errors are told where ours are."""
    forking = _forking()
    reading, writing = os.pipe()
    asked = {
        "words": [*map(str, words)],
        "surroundings": _unmeasured(surroundings),
        "cwd": str(Path.cwd()),
    }
    socket.send_fds(forking, [json.dumps(asked).encode()], [writing, 2])
    os.close(writing)
    pid = int(forking.recv(64))
    return Program(pid, os.fdopen(reading, encoding="utf-8"))


def _run(
    words: Sequence[str], surroundings: Mapping[str, str], cwd: str, out: int, err: int
) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(out, 1)
    os.dup2(err, 2)
    os.closerange(3, 256)
    sys.stdout, sys.stderr = (os.fdopen(fd, "w", 1, encoding="utf-8") for fd in (1, 2))
    os.environ.clear()
    os.environ.update(surroundings)
    os.chdir(cwd)
    sys.argv = ["jejak", *words]
    from jejak.cli import main

    main()


def _serve(asking: socket.socket) -> None:
    """Forks for each command that is asked for, until nobody can ask any more."""
    import numpy as np
    import sqlalchemy
    import uvicorn

    import jejak.cli
    import jejak.services
    import jejak.study
    import jejak.web.app

    _ = np, sqlalchemy, uvicorn, jejak
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        asked, fds, _flags, _address = socket.recv_fds(asking, _LARGEST, 2)
        if not asked:
            return
        pid = os.fork()
        if pid == 0:
            try:
                _run(**json.loads(asked), out=fds[0], err=fds[1])
            except Exception:  # noqa: BLE001 (a program ends with its own words)
                traceback.print_exc()
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(0)
        for fd in fds:
            os.close(fd)
        asking.send(str(pid).encode())


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
