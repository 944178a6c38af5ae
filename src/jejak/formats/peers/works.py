"""Works of the literature that a program keeps as the lines of RIS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...model import say
from ...model.identity import name_key
from ...model.literature import citation_key
from .. import REFERENCES
from .rows import Row
from .telling import Telling

__all__ = ["works_of"]

_TYPE, _END = "TY", "ER"


def works_of(
    rows: Iterable[Row], telling: Telling
) -> Iterator[tuple[int | None, str, Mapping[str, Any]]]:
    """Each work by its number: a citation key and the work as CSL-JSON."""
    entries: dict[int | None, list[str]] = {}
    for row in rows:
        lines = entries.setdefault(row.whole("risid"), [])
        value = " ".join(row.text("value").split())
        lines.insert(0 if row.text("tag") == _TYPE else len(lines), f"{row.text('tag')}  - {value}")
    taken: set[str] = set()
    for number, lines in entries.items():
        kept = [line for line in lines if not line.startswith(_END)]
        head = [] if kept and kept[0].startswith(_TYPE) else [f"{_TYPE}  - GEN"]
        text = "\n".join([*head, *kept, f"{_END}  - ", ""])
        reading = REFERENCES.get("ris").read(text.encode())
        for problem in reading.problems:
            telling.note(problem.code, problem.message, f"ris:{number}")
        for work in reading.works[:1]:
            csl = {name: value for name, value in work.items() if name != "id"}
            key = citation_key(work, taken)
            taken.add(name_key(key))
            yield number, key, csl
        if not reading.works and not reading.problems:
            telling.note(
                "broken-entry", say("A work of the literature could not be read."), f"ris:{number}"
            )
