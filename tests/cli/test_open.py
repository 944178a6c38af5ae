"""The workspace's server as people start and end it: a real process on a real file."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from jejak.cli.open import _listening
from support.commands import call
from support.studies import small_study

PROGRAM = "from jejak.cli import main; main()"


@contextmanager
def running(study: Path, *words: str, **surroundings: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", PROGRAM, "open", str(study), "--no-browser", *words]
    program = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, **surroundings},
    )  # fmt: skip
    try:
        yield program
    finally:
        program.kill()
        program.communicate()


@pytest.fixture
def study(tmp_path: Path) -> Path:
    small_study(tmp_path).close()
    return tmp_path / "small.jejak"


def test_answers_leave_at_once() -> None:
    async def accepted() -> int:
        told: asyncio.Queue[asyncio.StreamWriter] = asyncio.Queue()
        listener = _listening(0)
        server = await asyncio.start_server(lambda _, writer: told.put(writer), sock=listener)
        async with server:
            _, mine = await asyncio.open_connection(*listener.getsockname())
            theirs = await told.get()
            for one in (mine, theirs):
                one.close()
            socket_of: socket.socket = theirs.get_extra_info("socket")
            return socket_of.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)

    assert asyncio.run(accepted()) != 0


def ask(address: str, token: str, path: str) -> object:
    request = Request(address + path, headers={"Authorization": f"Bearer {token}"})  # noqa: S310
    with urlopen(request, timeout=30) as answer:  # noqa: S310
        return json.load(answer)


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_its_address_serves_and_ends_in_good_order(
    study: Path, end: signal.Signals
) -> None:
    with running(study, "--user", "Rina") as program:
        assert program.stdout is not None
        line = program.stdout.readline()
        found = re.fullmatch(r"(http://127\.0\.0\.1:\d+)/\?token=(\S{20,})\n", line)
        assert found, line
        address, token = found.groups()
        assert study.with_name("small.jejak.lock").exists()
        listed = ask(address, token, "/api/studies")
        assert [one["title"] for one in listed] == ["Kecil"]
        whole = ask(address, token, f"/api/studies/{listed[0]['guid']}")
        assert whole["me"]["name"] == "Rina"
        program.send_signal(end)
        _, told = program.communicate(timeout=60)
        assert program.returncode == 0
        assert "“Kecil”, as Rina" in told
    # What is left is the study alone.
    assert [path.name for path in study.parent.glob("small.jejak*")] == ["small.jejak"]


def test_the_token_and_the_port_can_be_given(study: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        with running(study, "--port", port) as program:
            _, told = program.communicate(timeout=60)
            assert program.returncode == 4
            assert f"Port {port} cannot be used" in told
    with running(study, "--port", port, JEJAK_TOKEN="sesame") as program:  # noqa: S106
        assert program.stdout is not None
        assert program.stdout.readline() == f"http://127.0.0.1:{port}/?token=sesame\n"


def test_a_study_that_another_machine_has_open_can_only_be_read(study: Path) -> None:
    study.with_name("small.jejak.lock").write_text(json.dumps(["elsewhere:1"]))
    with running(study) as program:
        assert program.stdout is not None
        address, _, token = program.stdout.readline().strip().partition("/?token=")
        assert "elsewhere" in ask(address, token, "/api/studies")[0]["read_only"]
        program.send_signal(signal.SIGINT)
        _, told = program.communicate(timeout=60)
    assert "It can only be read: It is open on another machine (elsewhere)" in told


@pytest.mark.parametrize(("name", "code"), [("none.jejak", 3), ("S-01.txt", 7)])
def test_what_is_no_study_is_told_in_one_line(study: Path, name: str, code: int) -> None:
    done = call("open", study.with_name(name), "--no-browser")
    assert (done.code, done.out) == (code, "")
    assert len(done.err.splitlines()) == 1
