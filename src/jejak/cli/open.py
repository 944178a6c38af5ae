"""``jejak open``."""

from __future__ import annotations

import contextlib
import os
import secrets
import signal
import socket
import threading
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ..errors import Conflict, MissingExtra
from ..report.audit_words import COPY_TOLD
from .language import note
from .show import user_option

__all__ = ["open"]

_HOST = "127.0.0.1"


@click.command()
@click.argument("study", type=click.Path(), required=False)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="By default a free one.")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@user_option
def open(study: str | None, port: int, no_browser: bool, user: str | None) -> None:
    """Open the workspace on a study, for this machine only, until Ctrl C.

    Without a study, the workspace asks which to begin or open. The first line of output is its address
    with the token that opens it. Where --port is left out, the port is the same as the last time, if it
    is free: windows that are still open go on.
    Example: jejak open study.jejak
    """
    create_app, config, server = _libraries()
    from ..web.remembered import Remembered

    token = os.environ.get("JEJAK_TOKEN") or secrets.token_urlsafe(32)
    kept, path = Remembered(), Path(study or "")
    with _workspace(study, user, kept) as given, _again(port, kept.port(path)) as listener:
        kept.keep_port(path, listener.getsockname()[1])
        app = create_app(**given, token=token, secret=kept.secret(path))
        address = f"http://{_HOST}:{listener.getsockname()[1]}/?token={token}"
        click.echo(address)
        for one in given["opened"]:
            _tell(one)
        if not no_browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        _serve(server(config(app, **_SETTINGS)), listener)
    click.echo("Closed.", err=True)


@contextlib.contextmanager
def _workspace(study: str | None, user: str | None, kept: Any) -> Iterator[dict[str, Any]]:
    """What the server is given: a study that is open, or leave to begin some."""
    from ..study import open_study
    from ..web.beginnings import Beginnings

    if study is not None:
        with open_study(study, user=user) as opened:
            yield {"opened": [opened]}
        return
    beginnings = Beginnings(kept, user)
    try:
        yield {"opened": [], "beginnings": beginnings}
    finally:
        beginnings.close()


_SETTINGS: dict[str, Any] = {
    "log_level": "warning",
    "access_log": False,
    "server_header": False,
    "proxy_headers": False,
    "timeout_graceful_shutdown": 3,
    "ws_max_size": 1 << 16,
}


def _libraries() -> tuple[Any, Any, Any]:
    try:
        import uvicorn

        from ..web.app import create_app
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("jejak"):
            raise
        raise MissingExtra("web", "The workspace") from None
    return create_app, uvicorn.Config, uvicorn.Server


def _again(port: int, before: int) -> socket.socket:
    """Listens at a port; where any will do, at the one of the last time, so that windows go on."""
    if port == 0 and before != 0:
        with contextlib.suppress(Conflict):
            return _listening(before)
    return _listening(port)


def _listening(port: int) -> socket.socket:
    """A socket that takes connections already, so that the address holds once it is printed."""
    # asyncio sends small answers at once only where the protocol is named: without it each answer
    # waits some 40 ms for the browser to acknowledge its headers.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((_HOST, port))
    except OSError as error:
        listener.close()
        raise Conflict(
            "port-taken",
            f"Port {port} cannot be used: {error.strerror}.",
            "Choose another, or leave --port out.",
        ) from None
    listener.listen(128)
    return listener


def _tell(opened: Any) -> None:
    click.echo(f"“{opened.info.title}”, as {opened.user.name}. Ctrl C ends it.", err=True)
    if opened.store.read_only is not None:
        click.echo(f"It can only be read: {opened.store.read_only}", err=True)
    if opened.remarks.copy_of is not None:
        note(COPY_TOLD)


def _serve(server: Any, listener: socket.socket) -> None:
    """Serve until a signal says to end; connections are closed, and so is the study then."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        server.run(sockets=[listener])
    except KeyboardInterrupt:
        # The server has ended in good order and passes the signal on.
        return
