"""A whole project of another program in and out, beside pyrefiqda with the same file.

``python -m benchmarks exchange [CODINGS …]``: 2,000 sources, 500 codes and so many codings (20,000 and 200,000 where
none is named). Each is a process of its own, whose time is that of the processors where others keep them busy.
What Python compiles is kept from a run before, as it is where Jejak is installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from benchmarks.table import Line, busy, told

ROOT = Path(__file__).resolve().parent.parent
RIVAL = ROOT / "build" / "rivals" / "pyrefiqda"
COMPILED = ROOT / "build" / "compiled"
VERSION = "0.3.1"
SOURCES, CODES = 2_000, 500
IN_SECONDS, OUT_SECONDS, MOST_MB, GROWTH = 20, 10, 500, 12
# What another program takes is not waited for longer.
_PATIENCE = 300
_WORDS = (
    "akun",
    "baru",
    "lagi",
    "harga",
    "pulsa",
    "tagar",
    "grup",
    "malam",
    "teman",
    "percaya",
    "aman",
    "kota",
)
_MEASURE = """
import resource, subprocess, sys, time
begun = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, done.returncode)
"""
_READ = "import sys, tempfile; from pyrefiqda import RefiProject; RefiProject.load(sys.argv[1], tempfile.mkdtemp())"


def _guid(space: int, number: int) -> str:
    return f"{space:08x}-0000-4000-8000-{number:012x}"


def _source(random: Random, number: int, codings: int) -> Iterator[str]:
    words = [random.choice(_WORDS) for _ in range(1_200)]
    text = " ".join(words)
    yield (f'<TextSource guid="{_guid(3, number)}" name="S-{number:05}" creatingUser="{_guid(1, 1)}" '
           f'creationDateTime="2026-01-01T00:00:00Z"><PlainTextContent>{text}</PlainTextContent>\n')  # fmt: skip
    for one in range(codings):
        start = random.randrange(len(text) - 60)
        end = start + random.randrange(10, 60)
        key, by = (
            number * 100_000 + one,
            f'creatingUser="{_guid(1, 1 + one % 3)}" creationDateTime="2026-01-02T03:04:05Z"',
        )
        yield (f'<PlainTextSelection guid="{_guid(4, key)}" name="{text[start:end]}" startPosition="{start}" endPosition="{end}" '
               f'{by}><Coding guid="{_guid(5, key)}" {by}><CodeRef targetGUID="{_guid(2, random.randrange(CODES))}"/></Coding>'
               "</PlainTextSelection>\n")  # fmt: skip
    yield "</TextSource>\n"


def _project(codings: int) -> Iterator[str]:
    random = Random(codings)
    yield '<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="Bench" origin="Bench">\n'
    yield (
        "<Users>"
        + "".join(f'<User guid="{_guid(1, n)}" name="Coder {n}"/>' for n in (1, 2, 3))
        + "</Users>\n"
    )
    codes = "".join(
        f'<Code guid="{_guid(2, n)}" name="Code {n}" isCodable="true" color="#112233"/>\n'
        for n in range(CODES)
    )
    yield f"<CodeBook><Codes>{codes}</Codes></CodeBook>\n<Sources>\n"
    for number in range(SOURCES):
        yield from _source(random, number, codings // SOURCES)
    yield "</Sources>\n</Project>\n"


def _archive(path: Path, codings: int) -> None:
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive,
        archive.open("project.qde", "w") as file,
    ):
        for part in _project(codings):
            file.write(part.encode())


def _timed(command: Sequence[object]) -> tuple[float, float]:
    """Milliseconds and MB at most of a process."""
    busy_before = busy()
    done = subprocess.run([sys.executable, "-c", _MEASURE, *map(str, command)], capture_output=True, text=True,
                          check=True, timeout=_PATIENCE, env=_compiled())  # fmt: skip
    clock, own, most, code = map(float, done.stdout.split())
    if code:
        raise SystemExit(f"it failed: {' '.join(map(str, command))}")
    return 1000 * (own if busy_before or busy() else clock), most


def _compiled() -> dict[str, str]:
    """An environment in which what was compiled is kept, even where that of this program says otherwise."""
    told = {**os.environ, "PYTHONPYCACHEPREFIX": str(COMPILED)}
    told.pop("PYTHONDONTWRITEBYTECODE", None)
    return told


def _in_and_out(folder: Path, codings: int) -> tuple[float, float, float]:
    """Milliseconds in, MB at most, milliseconds out; the project stays in the folder."""
    jejak = Path(sys.executable).with_name("jejak")
    file, study = folder / f"{codings}.qdpx", folder / f"{codings}.jejak"
    _archive(file, codings)
    came, most = _timed([jejak, "import", file, study])
    went, _ = _timed([jejak, "export", study, "-o", folder / "out.qdpx"])
    return came, most, went


def _rival(path: Path) -> float | None:
    python = RIVAL / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", RIVAL], check=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", f"pyrefiqda=={VERSION}"], check=False
        )
    try:
        return _timed([python, "-c", _READ, path])[0]
    except (subprocess.TimeoutExpired, SystemExit):
        return None


def main(numbers: Sequence[str]) -> int:
    """Measure and print; 1 where a limit is missed."""
    sizes = sorted(int(one) for one in numbers) or [20_000, 200_000]
    came = Line("a project in", 1000 * IN_SECONDS)
    went = Line("a study out", 1000 * OUT_SECONDS)
    most = 0.0
    with tempfile.TemporaryDirectory() as temporary:
        _in_and_out(Path(temporary), SOURCES)
        for size in sizes:
            came.cold[size], most, went.cold[size] = _in_and_out(Path(temporary), size)
            other = _rival(Path(temporary) / f"{size}.qdpx")
            if other is not None:
                came.rivals.setdefault(f"pyrefiqda {VERSION}, reading alone", {})[size] = other
    came.said = f"; {most:,.0f} MB at most (limit {MOST_MB})"
    text, missed = told([came, went], sizes, binding=200_000)
    grown = max((line.cold[sizes[-1]] / line.cold[sizes[0]] for line in (came, went)), default=0.0)
    steps = sizes[-1] / sizes[0]
    print(text, f"growth ×{grown:.1f} for ×{steps:.0f} codings (limit ×{GROWTH} for ×10)", sep="")  # fmt: skip
    over = most >= MOST_MB or (steps == 10 and grown > GROWTH)
    return int(bool(missed) or (over and max(sizes) >= 200_000))
