"""Changes told to open windows as they happen, those of other programs too."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Collection

from starlette.concurrency import run_in_threadpool

from ..i18n import translate
from ..model import ChangeEntry, User
from ..study import Study
from .forms.history import EventOut

__all__ = ["Live", "event"]

# How often the file is asked whether another program changed it, while anybody listens.
_EVERY = 0.3
_MOST = 500


def event(study: Study, entry: ChangeEntry, language: str, names: dict[str, str],
          coders: Collection[str] | None = None) -> EventOut:  # fmt: skip
    """A change as it is told; what others than ``coders`` (GUIDs) did is left unsaid: no words, no
    sources, nothing counted, only the kinds of things that are to be asked for anew."""
    seen = coders is None or entry.user in coders
    return EventOut(
        seq=entry.seq,
        time=entry.time,
        user=entry.user,
        user_name=names.get(entry.user, ""),
        text=translate(entry.verb, language) if seen else "",
        touched=entry.touched if seen else dict.fromkeys(entry.touched, 0),
        undoes=entry.undoes,
        redoes=entry.redoes,
        sources=_sources(study, entry) if seen else None,
    )


def _sources(study: Study, entry: ChangeEntry) -> list[str] | None:
    found = study.trail.sources_of(entry)
    return None if found is None else list(found)


class Live:
    """The changes of one study, for any number of listeners."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._waiting: set[asyncio.Event] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._poll: asyncio.Task[None] | None = None
        self._head = 0
        study.store.listen(self._told)

    def _told(self, _entry: ChangeEntry) -> None:
        # Called in whichever thread made the change.
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop may just have ended
                self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        for waiting in self._waiting:
            waiting.set()

    def since(
        self, after: int, language: str, limit: int = _MOST, coders: Collection[str] | None = None
    ) -> list[EventOut]:
        """The changes after ``after``, oldest first, at most ``limit``; of others than ``coders``
        (GUIDs) without words."""
        entries = self._study.trail.entries(
            after=after, limit=limit, newest_first=False, everybody=True
        )
        if self._study.store.sight.apart().blind:
            coders = [self._study.user.guid]
        names = {user.guid: user.name for user in self._study.store.all(User)}
        return [event(self._study, entry, language, names, coders) for entry in entries]

    async def follow(
        self, after: int, language: str, coders: Collection[str] | None = None
    ) -> AsyncGenerator[EventOut]:
        """Every change after ``after``, as it happens."""
        awake = asyncio.Event()
        self._listen(awake)
        try:
            while True:
                awake.clear()
                while found := await run_in_threadpool(self.since, after, language, coders=coders):
                    for one in found:
                        yield one
                    after = found[-1].seq
                await awake.wait()
        finally:
            self._leave(awake)

    def _listen(self, awake: asyncio.Event) -> None:
        self._loop = asyncio.get_running_loop()
        self._waiting.add(awake)
        if self._poll is None or self._poll.done():
            self._poll = self._loop.create_task(self._look())

    def _leave(self, awake: asyncio.Event) -> None:
        self._waiting.discard(awake)
        if not self._waiting and self._poll is not None:
            self._poll.cancel()
            self._poll = None

    async def _look(self) -> None:
        """Wake the listeners when another program has written."""
        while True:
            head = await run_in_threadpool(lambda: self._study.store.head)
            if head != self._head:
                self._head = head
                self._wake()
            await asyncio.sleep(_EVERY)
