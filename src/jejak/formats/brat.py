"""Standoff annotations of brat: a ``.txt`` and an ``.ann`` for each text, in a folder or archive."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path, PurePosixPath

from ..errors import UnreadableSource
from ..model import say
from ..model.parcel import Parcel, Tally
from .annotated import CONTINUES, POSITIONS, AnnotatedText, Mark, Tie, parcel_of
from .annotating import Annotating, OutCoding, OutText
from .brat_names import Labels, told_labels
from .names_of_files import file_names
from .projects import Opened, Outgoing, ProjectFormat, ProjectOptions, Sink
from .reading import load
from .zipped import check_archive, open_archive, part

__all__ = ["FORMAT"]

_MOST = 20_000
_OURS = "# written by Jejak"
_SPAN = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)\Z")
_WEIGHT, _CODER = "Weight", "Coder"


def recognise(path: Path) -> bool:
    """Whether a folder or archive holds a text with its annotations."""
    if path.is_dir():
        return any(one.with_suffix(".txt").is_file() for one in path.rglob("*.ann"))
    if path.suffix.casefold() != ".zip" or not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
    return any(name.endswith(".ann") and f"{name[:-4]}.txt" in names for name in names)


def read(opened: Opened, options: ProjectOptions) -> Parcel:
    """Each text as a source, text-bound annotations as codings (those in several places as several,
    tied), notes, attributes and normalisations as memos about them, relations and the roles of events as
    relations."""
    tally = Tally("brat", "brat")
    files = _folder(opened.path) if opened.path.is_dir() else _archive(opened.path)
    paired = sorted(name for name in files if name.endswith(".ann") and f"{name[:-4]}.txt" in files)
    if not paired:
        raise UnreadableSource("corrupt", "There is no text with an .ann file beside it.")
    for name in sorted(files):
        if name.endswith(".ann") and name not in paired:
            tally.note("no-text", say("There is no text beside it: it was left out."), name)
    labels, colours, ours = told_labels(files, _OURS)
    texts = []
    for name in paired:
        words = _decoded(files[f"{name[:-4]}.txt"], name, tally)
        lines = _decoded(files[name], name, tally).replace("\r\n", "\n").split("\n")
        texts.append(_Reading(name[:-4], labels, tally, ours=ours).text(words, lines))
    return parcel_of(
        opened.path.stem, texts, tally, unit="points", options=options, codes=colours, nobody="brat"
    )


def _folder(path: Path) -> dict[str, bytes]:
    found = [
        one for one in path.rglob("*") if one.suffix in {".ann", ".txt", ".conf"} and one.is_file()
    ]
    if len(found) > _MOST:
        raise UnreadableSource("too-large", f"The folder holds more than {_MOST:,} files.")
    return {one.relative_to(path).as_posix(): load(one) for one in found}


def _archive(path: Path) -> dict[str, bytes]:
    content = load(path)
    check_archive(content)
    with open_archive(content) as archive:
        names = [name for name in archive.namelist() if name.endswith((".ann", ".txt", ".conf"))]
        return {name: part(archive, name) or b"" for name in names}


def _decoded(content: bytes, name: str, tally: Tally) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        tally.note(
            "undecodable", say("It is not in UTF-8; what could not be read stands as “�”."), name
        )
        return content.decode("utf-8", "replace")


@dataclass(slots=True)
class _Reading:
    """The annotations of a text on their way in."""

    name: str
    labels: Mapping[str, str]
    tally: Tally
    ours: bool = field(kw_only=True)
    _marks: dict[str, list[Mark]] = field(default_factory=dict)
    _notes: dict[str, list[str]] = field(default_factory=dict)
    _said: dict[str, dict[str, str]] = field(default_factory=dict)
    _ties: list[Tie] = field(default_factory=list)
    _events: dict[str, str] = field(default_factory=dict)
    _rest: list[list[str]] = field(default_factory=list)

    def text(self, words: str, lines: Sequence[str]) -> AnnotatedText:
        """The text with all that its lines say."""
        for number, line in enumerate(lines, 1):
            if line.strip() and not self._taken(line.split("\t"), words):
                self._bad(number, line)
        for cells in self._rest:
            self._later(cells)
        marks = [self._noted(key, one) for key, those in self._marks.items() for one in those]
        ties = [
            replace(one, origin=self._end(one.origin), target=self._end(one.target))
            for one in self._ties
        ]
        return AnnotatedText(PurePosixPath(self.name).name, words, marks, ties)

    def _bad(self, number: int, line: str) -> None:
        message = say("The line cannot be understood and was left out: {line}", line=line[:80])
        self.tally.note("line-left-out", message, f"{self.name}.ann: {number}")

    def _taken(self, cells: list[str], words: str) -> bool:
        key = cells[0]
        if key.startswith("T"):
            return self._bound(cells, words)
        if len(cells) < 2 or not cells[1].split() or key[:1] not in set("AMNRE#*"):
            return False
        if key.startswith("E"):
            self._events[key] = cells[1].split()[0].partition(":")[2]
        self._rest.append(cells)
        return True

    def _bound(self, cells: list[str], words: str) -> bool:
        match = _SPAN.match(cells[1]) if len(cells) > 1 else None
        if match is None:
            return False
        spans = [(int(a), int(b)) for a, b in (one.split(" ") for one in match[2].split(";"))]
        spans = _joined(spans, words)
        path = self.labels.get(match[1], match[1])
        whole = cells[2] if len(cells) > 2 and len(spans) == 1 else None
        key = cells[0]
        self._marks[key] = [
            Mark(start, end, path, words=whole, key=key if place == 0 else f"{key}.{place}")
            for place, (start, end) in enumerate(spans)
        ]
        keys = [mark.key for mark in self._marks[key]]
        self._ties += [Tie(CONTINUES, a, b) for a, b in pairwise(keys)]
        return True

    def _later(self, cells: list[str]) -> None:
        """What is said of an annotation once all of them are known."""
        kind, said = cells[0][:1], cells[1].split()
        if kind == "#" and len(said) > 1:
            words = cells[2] if len(cells) > 2 else ""
            if self.ours and said[0] == _CODER:
                self._said.setdefault(said[1], {})[_CODER] = words
            else:
                self._note(said[1], _unmasked(words) if self.ours else words)
        elif kind in "AM" and len(said) > 1:
            value = " ".join(said[2:])
            if self.ours and said[0] == _WEIGHT:
                self._said.setdefault(said[1], {})[_WEIGHT] = value
            else:
                self._note(said[1], f"{said[0]}: {value}" if value else said[0])
        elif kind == "N" and len(said) > 2:
            self._note(said[1], " ".join([said[2], *cells[2:]]))
        else:
            self._tied(kind, said)

    def _tied(self, kind: str, said: list[str]) -> None:
        parts = [
            (name, end) for name, sign, end in (one.partition(":") for one in said[1:]) if sign
        ]
        if kind == "R" and len(parts) == 2:
            self._ties.append(Tie(self.labels.get(said[0], said[0]), parts[0][1], parts[1][1]))
        elif kind == "E":
            trigger = said[0].partition(":")[2]
            self._ties += [Tie(role, trigger, end) for role, end in parts]
        elif kind == "*":
            self._ties += [Tie(said[0], said[1], other) for other in said[2:] if len(said) > 2]

    def _note(self, key: str, words: str) -> None:
        if words.strip():
            self._notes.setdefault(self._end(key), []).append(words)

    def _end(self, key: str) -> str:
        """What an event stands for: the words that trigger it."""
        return self._events.get(key, key)

    def _noted(self, key: str, mark: Mark) -> Mark:
        said = self._said.get(key, {})
        weight = said.get(_WEIGHT, "")
        note = "\n\n".join(self._notes.get(key, ())) if mark.key == key else ""
        return replace(
            mark, note=note, user=said.get(_CODER, ""),
            weight=int(weight) if weight.isdecimal() and len(weight) < 4 else None,
        )  # fmt: skip


def _joined(spans: list[tuple[int, int]], words: str) -> list[tuple[int, int]]:
    """Stretches with nothing but a line end between them are one: brat parts what goes over lines."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        gap = words[found[-1][1] : start] if found and found[-1][1] <= start else "-"
        if "\n" in gap and not gap.strip():
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


# --- out ---


def write(study: Outgoing, sink: Sink, tally: Tally) -> None:
    """A .txt and an .ann for each source, and the names and colours of the codes for brat's own pages."""
    out = Annotating(study, tally, relations=True, notes=True, weights=True)
    labels = Labels(out)
    names = file_names()
    types: set[str] = set()
    for one in out.texts():
        name, same = names(one.source.name)
        if not same:
            tally.note("renamed", say("Its files are called {name}.", name=name), one.source.name)
        types |= {type for type, *_ in one.relations} - {CONTINUES}
        sink.put(f"{name}.txt", [one.text.encode("utf-8", "replace")])
        sink.put(
            f"{name}.ann", [f"{line}\n".encode("utf-8", "replace") for line in _lines(one, labels)]
        )
    sink.put("annotation.conf", [labels.annotation(_OURS, sorted(types)).encode()])
    sink.put("visual.conf", [labels.visual(_OURS).encode("utf-8", "replace")])


def _lines(one: OutText, labels: Labels) -> Iterator[str]:
    chains = _chains(one)
    keys: dict[str, str] = {}
    for number, chain in enumerate(chains, 1):
        first = chain[0]
        keys |= {part.guid: f"T{number}" for part in chain}
        spans = ";".join(f"{part.start} {part.end}" for part in chain)
        words = " ".join(one.text[part.start : part.end] for part in chain)
        yield f"T{number}\t{labels.type(first.code)} {spans}\t{_one_line(words)}"
    for number, chain in enumerate(chains, 1):
        first = chain[0]
        if first.weight is not None:
            yield f"A{number}\t{_WEIGHT} T{number} {first.weight}"
        yield f"#{2 * number - 1}\t{_CODER} T{number}\t{first.user}"
        if first.note:
            yield f"#{2 * number}\tAnnotatorNotes T{number}\t{_masked(first.note)}"
    ties = [tie for tie in one.relations if keys[tie[1]] != keys[tie[2]]]
    for number, (type, origin, target) in enumerate(ties, 1):
        yield f"R{number}\t{labels.relation(type)} Arg1:{keys[origin]} Arg2:{keys[target]}"


def _chains(one: OutText) -> list[list[OutCoding]]:
    """The codings, those that continue one another together."""
    by_guid = {coding.guid: coding for coding in one.codings}
    after: dict[str, str] = {}
    for type, origin, target in one.relations:
        a, b = by_guid[origin], by_guid[target]
        alike = (a.code, a.user, a.weight) == (b.code, b.user, b.weight) and not b.note
        free = origin not in after and target not in after.values()
        if type == CONTINUES and alike and free and a.end <= b.start:
            after[origin] = target
    later = set(after.values())
    chains = []
    for coding in one.codings:
        if coding.guid in later:
            continue
        chain = [coding]
        while chain[-1].guid in after:
            chain.append(by_guid[after[chain[-1].guid]])
        chains.append(chain)
    return chains


def _one_line(words: str) -> str:
    return re.sub(r"[\n\t\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", " ", words)


def _masked(words: str) -> str:
    return (
        words.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
    )


def _unmasked(words: str) -> str:
    signs = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    return re.sub(r"\\([ntr\\])", lambda match: signs[match[1]], words)


FORMAT = ProjectFormat(
    "brat", say("brat"), ("annotation.conf",), recognise, read, write, folder=True,
    questions=(POSITIONS,),
)  # fmt: skip
