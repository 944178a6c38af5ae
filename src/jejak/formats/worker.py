"""A process of its own for parsers, and for whatever else would hold up the program or break it.

A hostile file can hold or kill the process, never the program. It is reused from task to task; one
that takes too long, or dies, is replaced.
"""

from __future__ import annotations

import atexit
import contextlib
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, cast

from ..errors import JejakError, UnreadableSource
from ..model import Reading

__all__ = ["Worker", "shared"]

MEMORY = 2 << 30
SECONDS = 120.0


class Worker:
    """Runs ``read`` of one format after another, or other tasks, in a process with limits on time and
    memory (bytes; ``None``: no limit)."""

    def __init__(self, seconds: float = SECONDS, memory: int | None = MEMORY) -> None:
        self._seconds = seconds
        self._memory = memory
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def read(self, format: str, data: bytes, name: str, encoding: str | None) -> Reading:
        """The reading, or the :class:`JejakError` that the parser raised.

        Raises :class:`UnreadableSource` (``timeout``, ``crashed``) where the process had to go.
        """
        return cast(
            Reading, self.call("jejak.formats.worker:read_there", format, data, name, encoding)
        )

    def call(self, task: str, *args: Any) -> Any:
        """What a function of Jejak's own (``module:name``) gives in that process.

        Arguments and answer must be such that they can be sent. Raises as :meth:`read`.
        """
        with self._lock:
            pipe = self._ready()
            try:
                pipe.send((task, args))
                if not pipe.poll(self._seconds):
                    self.stop()
                    raise UnreadableSource(
                        "timeout",
                        f"Reading it took longer than {self._seconds:.0f} seconds.",
                        "It was left out.",
                    )
                done, answer = pipe.recv()
            except (EOFError, OSError):
                self.stop()
                raise UnreadableSource(
                    "crashed", "The file broke the program that reads it.", "It was left out."
                ) from None
        if done:
            return answer
        kind, code, message, hint = answer
        raise _ERRORS.get(kind, UnreadableSource)(code, message, hint)

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None

    def _ready(self) -> Connection:
        if self._process is None or not self._process.is_alive() or self._pipe is None:
            self.stop()
            context = multiprocessing.get_context("spawn")
            self._pipe, far = context.Pipe()
            process = context.Process(target=_serve, args=(far, self._memory), daemon=True)
            with _unnamed_main():
                process.start()
            self._process = process
            far.close()
        return self._pipe


@contextlib.contextmanager
def _unnamed_main() -> Iterator[None]:
    """Keep the new process from running the caller's script again: it needs nothing of it."""
    main = sys.modules["__main__"]
    path, spec = getattr(main, "__file__", None), getattr(main, "__spec__", None)
    main.__spec__ = None
    if path is not None:
        del main.__file__
    try:
        yield
    finally:
        main.__spec__ = spec
        if path is not None:
            main.__file__ = path


def _errors() -> dict[str, type[JejakError]]:
    return {
        kind.__name__: kind
        for kind in JejakError.__subclasses__()
        if kind.__name__ != "MissingExtra"
    }


_ERRORS = _errors()


def _limit(memory: int | None) -> None:
    if memory is None:
        return
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read_there(format: str, data: bytes, name: str, encoding: str | None) -> Reading:
    """A file as material, in the process that this is called in."""
    from . import FORMATS, ReadOptions

    return FORMATS.get(format).read(data, ReadOptions(name, encoding))


def _serve(pipe: Connection, memory: int | None) -> None:
    """The loop of the process: one task in, one answer (or reason) out."""
    _limit(memory)
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, 2)
    while True:
        try:
            task, args = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(_done(task, args))


def _done(task: str, args: tuple[Any, ...]) -> tuple[bool, Any]:
    module, _, name = task.partition(":")
    try:
        return True, getattr(import_module(module), name)(*args)
    except JejakError as error:
        return False, (type(error).__name__, error.code, error.message, error.hint)
    except MemoryError:
        why = "Reading it needs too much memory."
        return False, ("UnreadableSource", "too-large", why, "It was left out.")
    except Exception as error:  # noqa: BLE001  (the door of this process: a parser's own failure)
        why = f"It could not be read ({type(error).__name__}: {error})."
        return False, ("UnreadableSource", "corrupt", why, "It was left out.")


shared = Worker()
atexit.register(shared.stop)
