"""What brat calls things: types of a few letters, and the names and colours that are shown for them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from .annotating import Annotating

__all__ = ["Labels", "told_labels"]

_UNFIT = re.compile(r"[^A-Za-z0-9_-]+")
_COLOUR = re.compile(r"bgColor:(#[0-9a-fA-F]{6})")


class Labels:
    """The types of brat for the codes of a study."""

    def __init__(self, out: Annotating) -> None:
        self._taken: set[str] = set()
        self._codes = {path: self._own(path) for path in dict.fromkeys(out.paths.values())}
        self._colours = {out.paths[guid]: code.colour for guid, code in out.codes.items()}
        self._relations: dict[str, str] = {}

    def type(self, path: str) -> str:
        """That of a code."""
        return self._codes[path]

    def relation(self, name: str) -> str:
        """That of a relation."""
        if name not in self._relations:
            self._relations[name] = self._own(name)
        return self._relations[name]

    def annotation(self, head: str, relations: Sequence[str]) -> str:
        """What brat lets people annotate (``annotation.conf``)."""
        types = "\n".join(self._codes.values())
        ties = "\n".join(
            f"{self.relation(name)}\tArg1:<ENTITY>, Arg2:<ENTITY>" for name in relations
        )
        return (
            f"{head}\n[entities]\n{types}\n\n[relations]\n{ties}\n\n[events]\n\n"
            "[attributes]\nWeight\tArg:<ENTITY>, Value:"
            f"{'|'.join(map(str, range(101)))}\n"
        )

    def visual(self, head: str) -> str:
        """How it is shown (``visual.conf``)."""
        named = {**self._codes, **self._relations}
        labels = "\n".join(f"{type} | {' '.join(name.split())}" for name, type in named.items())
        colours = "\n".join(
            f"{type} bgColor:{self._colours[path]}" for path, type in self._codes.items()
        )
        return f"{head}\n[labels]\n{labels}\n\n[drawing]\n{colours}\n"

    def _own(self, name: str) -> str:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        base = _UNFIT.sub("_", plain).strip("_-")[:60] or "Code"
        own, number = base, 1
        while own.casefold() in self._taken:
            number += 1
            own = f"{base}_{number}"
        self._taken.add(own.casefold())
        return own


def told_labels(
    files: Mapping[str, bytes], ours: str
) -> tuple[dict[str, str], dict[str, str], bool]:
    """The names that are shown for types, the colours of codes by name, and whether Jejak wrote them."""
    body = next((body for name, body in sorted(files.items()) if name.endswith("visual.conf")), b"")
    lines = body.decode("utf-8", "replace").split("\n")
    own = bool(lines) and lines[0].strip() == ours
    labels: dict[str, str] = {}
    colours: dict[str, str] = {}
    section = ""
    for line in lines:
        if line.startswith("["):
            section = line.strip().strip("[]")
        elif section == "labels" and "|" in line:
            type, _, shown = line.partition("|")
            name = shown.strip() if own else shown.split("|")[0].strip()
            labels[type.strip()] = name or type.strip()
        elif section == "drawing" and (match := _COLOUR.search(line)):
            type = line.split()[0]
            if own and type in labels:
                colours[labels[type]] = match[1]
    return labels, colours, own
