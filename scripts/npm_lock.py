"""Completes ``frontend/package-lock.json`` with builds for platforms that a registry did not offer.

Some registries carry only the builds their users run. npm then writes a lock that lacks the
optional packages of the other platforms, and refuses that lock (``npm ci``: “Missing … from lock
file”). Each gets an entry here, with its version, system and processor but no digest; npm fetches
it only on the platform it names. With nothing to add the file is left as it is.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

LOCK = Path(__file__).resolve().parent.parent / "frontend" / "package-lock.json"
SYSTEMS = ("aix", "android", "darwin", "freebsd", "linux", "openbsd", "win32")
PROCESSORS = ("arm64", "arm", "ia32", "loong64", "ppc64", "riscv64", "s390x", "x64")
LIBRARIES = {"musl": "musl", "gnu": "glibc"}


def entry(name: str, version: str, *, dev: bool) -> dict[str, Any]:
    """What the lock says of the optional package ``name``, whose name ends in its platform."""
    words = name.replace("/", "-").split("-")
    said: dict[str, Any] = {"version": version, "optional": True}
    if dev:
        said["dev"] = True
    said["cpu"] = [word for word in words if word in PROCESSORS]
    said["os"] = [word for word in words if word in SYSTEMS]
    if not said["cpu"] or not said["os"]:
        raise SystemExit(f"{name} does not name its platform; add it to the lock by hand.")
    libraries = [LIBRARIES[word] for word in words if word in LIBRARIES]
    if libraries:
        said["libc"] = libraries
    return said


def missing(packages: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The entries that the optional dependencies of ``packages`` lack."""
    added = {}
    for said in packages.values():
        for name, version in said.get("optionalDependencies", {}).items():
            path = f"node_modules/{name}"
            if path not in packages:
                added[path] = entry(name, version, dev=said.get("dev", False))
    return added


def main() -> None:
    """Complete the lock and say what was added."""
    lock = json.loads(LOCK.read_text("utf-8"))
    added = missing(lock["packages"])
    if added:
        lock["packages"] = dict(sorted((lock["packages"] | added).items()))
        LOCK.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", "utf-8")
    print("\n".join(f"added {path}" for path in added) or "The lock is complete.")


if __name__ == "__main__":
    main()
