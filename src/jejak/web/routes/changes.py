"""The stream of changes."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from typing import Annotated

from fastapi import APIRouter, Query, WebSocket
from starlette.websockets import WebSocketDisconnect

from ..forms.history import EventOut
from ..opened import STUDY, Coders, Here, Language

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["history"])


@routes.websocket("/changes")
async def follow_changes(
    socket: WebSocket,
    here: Here,
    language: Language,
    after: Annotated[int, Query(ge=0, le=2**53)] = 0,
    coders: Coders = None,
) -> None:
    """Every change after a number, as it happens."""
    await socket.accept()
    telling = asyncio.create_task(_tell(socket, here.live.follow(after, language, coders)))
    with contextlib.suppress(WebSocketDisconnect):
        while True:
            await socket.receive_text()
    telling.cancel()
    await asyncio.gather(telling, return_exceptions=True)


async def _tell(socket: WebSocket, following: AsyncGenerator[EventOut]) -> None:
    with contextlib.suppress(WebSocketDisconnect):
        async with contextlib.aclosing(following) as changes:
            async for change in changes:
                await socket.send_text(change.model_dump_json())
