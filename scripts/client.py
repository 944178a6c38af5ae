"""Generates the workspace's typed client from the server's own description of its API.

Writes ``frontend/src/api/schema.d.ts`` from the OpenAPI document that ``jejak.web.app`` gives; with
``--check`` it writes nothing and exits 1 when the committed file is not what would be written.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CLIENT = ROOT / "frontend" / "src" / "api" / "schema.d.ts"
BUILD = ROOT / "build"


def generate(into: Path) -> str:
    """The client's text, made by openapi-typescript by way of files in ``into``."""
    into.mkdir(exist_ok=True)
    openapi_document = import_module("jejak.web.app").openapi_document
    document = into / "openapi.json"
    client = into / "schema.d.ts"
    document.write_text(json.dumps(openapi_document(), indent=2, sort_keys=True), "utf-8")
    program = ROOT / "frontend" / "node_modules" / "openapi-typescript" / "bin" / "cli.js"
    command = [str(ROOT / "scripts" / "node"), str(program), str(document), "-o", str(client)]
    # A field with a default may be left out of what is sent.
    command += ["--default-non-nullable", "false"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return client.read_text("utf-8")


def main(words: list[str]) -> int:
    """Write the client, or compare it with the committed one; the exit code."""
    if find_spec("jejak.web") is None or find_spec("jejak.web.app") is None:
        print("There is no server yet that a client could be made for.")
        return 0
    fresh = generate(BUILD)
    if "--check" not in words:
        CLIENT.parent.mkdir(parents=True, exist_ok=True)
        CLIENT.write_text(fresh, "utf-8")
        return 0
    if CLIENT.is_file() and CLIENT.read_text("utf-8") == fresh:
        return 0
    print("frontend/src/api/schema.d.ts is not what the server describes: run `make client`.")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
