"""Studies that several people coded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from jejak.study import Study, create_study, open_study
from support.made_once import made_once

TEXT = "0123456789 abcdefghij KLMNOPQRST. uvwxyz 01234.\n"


def coded_study(
    folder: Path,
    codings: Iterable[tuple[str, str, int, int, str]],
    *,
    texts: Mapping[str, str] | None = None,
    coders: Iterable[str] = ("Rina", "Bayu"),
    codes: Iterable[str] = ("A", "B", "C"),
) -> Study:
    """Sources ``S-1`` to ``S-3`` (or ``texts``), coded by ``(coder, source, start, end, code)``."""
    each = texts or {f"S-{n}": TEXT.replace("4.", f"{n}.") for n in (1, 2, 3)}
    return _coded(folder, tuple(codings), tuple(each.items()), tuple(coders), tuple(codes))


@made_once
def _coded(
    folder: Path,
    codings: Iterable[tuple[str, str, int, int, str]],
    texts: Iterable[tuple[str, str]],
    names: tuple[str, ...],
    codes: Iterable[str],
) -> Study:
    path = folder / "coders.jejak"
    study = create_study(path, "Kecil", user=names[0], language="en")
    for name, text in texts:
        file = folder / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        study.sources.add([file])
    for name in names[1:]:
        open_study(path, user=name).close()
    who = {user.name: user.guid for user in study.users}
    for code in codes:
        study.codebook.add(code)
    for coder, source, start, end, code in codings:
        study.coding.apply(study.sources.get(source), start, end, [code], user=who[coder])
    return study
