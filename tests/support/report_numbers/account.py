"""Going through a whole report: what no number of the study explains in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from functools import cached_property
from importlib.metadata import version
from itertools import chain
from typing import Any

from jejak.checks import CHECKS
from jejak.displays import DISPLAYS
from jejak.i18n import translate
from jejak.model import KINDS, Display, Evidence, Item
from jejak.report.checklists.checklist import checklists
from jejak.study import Study
from support.naive_finding import Read
from support.naive_tables import Tables
from support.report_numbers import of_networks
from support.report_numbers.of_agreement import OfAgreement
from support.report_numbers.of_checks import check_numbers, of_tactic
from support.report_numbers.of_citations import is_told_rightly
from support.report_numbers.of_lists import OF_LISTS, list_numbers, listed
from support.report_numbers.of_networks import network_numbers
from support.report_numbers.of_study import (
    OF_FINDINGS,
    OF_STUDY,
    answering,
    finding_numbers,
    frequency_numbers,
    history,
    meeting_numbers,
    study_numbers,
    thin_numbers,
)
from support.report_numbers.of_tables import cells_of, together
from support.report_numbers.page import Grid, Line, Part, Quoted, parts_of, squeezed
from support.report_numbers.sayings import COUNTED, number, rest_of

__all__ = ["Account", "unexplained"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
DATE = re.compile(rf"(?<!\d )\b({'|'.join(MONTHS)})(?: (\d{{1,2}}),)? (\d{{4}})\b")
MOMENT = re.compile(r"[A-Z][a-z]{2} \d+, \d{4}, \d+:\d\d:\d\d [AP]M")
LEADS = {
    "These words speak for it:": "supports", "These words qualify it:": "qualifies",
    "These words speak against it:": "contradicts",
}  # fmt: skip
# The words of the program that claim no number though they hold one.
FIXED = (
    "for one and against the other", "counted, each once", "one that contradicts it may be among them",
    "CERQual-informed: the components of GRADE-CERQual, which was made for syntheses of several studies",
    "applied to the findings of this one", "at all", "none", "In all", "Leave one out", "none thought of",
    "All codes shown, each counted once", "It stays in the study", "(SHA-256)", "one or two sentences", "in one sentence",
    "All columns, each counted once", "so there is nothing to compare", "the others speak about all",
    "It stands without any one of its participants, sources and coders", "A study keeps nothing of this",
)  # fmt: skip


def unexplained(study: Study, page: str) -> list[str]:
    """What holds a number in a report in English that nobody explains. Raises :class:`AssertionError`
    for a number that is not what is counted."""
    return list(Account(study).rest(page))


class Account:
    """The numbers of a study, beside which its report is held."""

    def __init__(self, study: Study) -> None:
        self.t = Tables(study)
        self.agreement = OfAgreement(study)
        self.reads = {one.label: Read(self.t, one) for one in self.t.findings.values()}
        self.checks = {label: check_numbers(read) for label, read in self.reads.items()}
        self.findings = {
            label: finding_numbers(read, self.checks[label]) for label, read in self.reads.items()
        }
        self.study: dict[str, Any] = study_numbers(self.t)
        self.study |= list_numbers(self.t, self.checks)
        self.study |= thin_numbers(self.t, self.reads, self.checks)
        self.stance = "supports"
        self.weight: int | None = None
        self.captions: Counter[str] = Counter()
        self.drawn: Counter[tuple[tuple[str, ...], str]] = Counter()

    @cached_property
    def written(self) -> list[str]:
        """What people wrote or what things are called, wherever it holds a figure or a word for one, the
        longest first."""
        found: set[str] = set()
        for kind in KINDS.values():
            for record in self.t.study.store.all(kind):
                found |= set(_texts({f: getattr(record, f) for f in record.__dataclass_fields__}))
        known = {squeezed(one) for text in found for one in (text, *text.splitlines())}
        return sorted((one for one in known if COUNTED.search(one) and re.search(r"[^\W\d_]", one)),
                      key=len, reverse=True)  # fmt: skip

    @cached_property
    def days(self) -> set[str]:
        """Days and months that are on record."""
        texts = chain.from_iterable(
            _texts({f: getattr(record, f) for f in record.__dataclass_fields__})
            for kind in KINDS.values() for record in self.t.study.store.all(kind)
        )  # fmt: skip
        found = {one for text in texts for one in re.findall(r"\d{4}(?:-\d\d){0,2}", text)}
        return (
            found | {f"{one['day']}" for one in history(self.t)} | {f"{datetime.now(UTC):%Y-%m-%d}"}
        )

    @cached_property
    def fixed(self) -> list[str]:
        """What the program itself says without counting: where its tactics and checklists come from, and
        what they ask."""
        asked = (one for each in checklists() for one in (
            each.source, *each.about.values(), *(item.asks["en"] for item in each.items),
            *(item.topic["en"] for item in each.items),
        ))  # fmt: skip
        questions = (f"{one.position}: {one.text}" for one in self.t.study.questions)
        seal = history(self.t)[-1]["digest"]
        abouts = (translate(one.about, "en") for one in DISPLAYS.all().values() if one.about)
        return [
            *abouts,
            f"Jejak {version('jejak')}",
            seal,
            *questions,
            *FIXED,
            *(one.source for one in CHECKS.all().values()),
            *asked,
        ]

    @cached_property
    def items(self) -> set[str]:
        """The numbers of the items of checklists, which are names."""
        return {item.number for each in checklists() for item in each.items}

    def rest(self, page: str) -> Iterator[str]:
        """What is left of the report."""
        yield from self._rest(page)
        assert not self.drawn, self.drawn

    def _rest(self, page: str) -> Iterator[str]:
        parts = parts_of(page)
        self.study["limits"] = sum(isinstance(one, Line) and one.kind == "li" and one.places[-1:]
                                   in {("limits-findings",), ("limits-study",)} for one in parts)  # fmt: skip
        for part in parts:
            yield from self.part(part)

    def begin(self, part: Part) -> None:
        """Go on from a part of the report alone, as if all before it had been told."""
        self.drawn.clear()
        if isinstance(part, Grid) and part.caption:
            self.captions["Table"] = int(re.findall(r"\d+", part.caption)[0]) - 1

    def part(self, part: Part) -> Iterator[str]:
        """What is left of one part of it."""
        if isinstance(part, Quoted):
            yield from self.quoted(part)
        elif isinstance(part, Grid):
            yield from self.grid(part)
        else:
            yield from self.line(part)

    # --- lines ---

    def line(self, line: Line) -> Iterator[str]:
        self.stance = LEADS.get(line.text, self.stance)
        aside = line.kind == "scale" or {"nav", "other-language"} & set(line.places)
        if aside or not COUNTED.search(line.text) or is_told_rightly(self.t, line.text):
            return
        if line.kind == "drawn" and line.text.isdecimal():
            self.drawn[line.places, line.text] += 1
        elif line.places[-1:] == ("references",) or line.name == "Literature":
            self.cited(line.text)
        elif line.places[-1:] == ("trail",) and line.name in {"Changes", "First", "Last"}:
            yield from self.ended(line)
        elif line.kind == "figcaption":
            self.captioned(line.text)
        else:
            yield from self.told(line)

    def told(self, line: Line) -> Iterator[str]:
        """What is left of a line of sentences."""
        own = {"agreement-coders", "agreement-saturation", "limits-study"} & set(line.places)
        if own and self.agreement.tells(line.text):
            return
        text = re.sub(
            r"(?:Compare |^)(\([A-Z].+?\d{4}\))", lambda found: self.cited(found[1]), line.text
        )
        left = self.left(text, self.numbers(line), (*OF_FINDINGS, *OF_LISTS, *OF_STUDY))
        if line.text.startswith("Without "):  # what would be, were it so
            left = "".join(re.findall(r"\d", left))
        if COUNTED.search(left):
            yield f"{'/'.join(line.places[-2:])} {line.kind} {line.name}: {line.text}  [{left}]"

    def ended(self, line: Line) -> Iterator[str]:
        """How many changes there are, and the first and the last of them."""
        log = history(self.t)
        if line.name == "Changes":
            assert number(line.text) == len(log), line
            return
        entry = log[0 if line.name == "First" else -1]
        lead = f"{moment(entry['time'])}, {self.t.names[entry['user']]}: "
        assert line.text.startswith(lead), line
        yield from self.done(line.text.removeprefix(lead), entry)

    def cited(self, text: str) -> str:
        """What is told of literature has its numbers from there."""
        known = {
            n for one in self.t.study.references.all() for n in re.findall(r"\d+", f"{one.csl}")
        }
        assert set(re.findall(r"\d+", text)) <= known, text
        return "·"

    def captioned(self, text: str) -> None:
        """Figures and tables are counted through."""
        found = re.match(r"(Figure|Table) (\d+)\. ", text)
        assert found, text
        self.captions[found[1]] += 1
        assert int(found[2]) == self.captions[found[1]], text

    def numbers(self, line: Line) -> dict[str, Any]:
        """What is counted of where a line stands."""
        found = self.study | {"weight": self.weight}
        for place in line.places:
            found |= self.at(place, line)
        return found

    def at(self, place: str, line: Line) -> dict[str, Any]:
        """What is counted of one of the places that a line stands in."""
        kind, _, key = place.removeprefix("told-").partition("-")
        if kind == "finding" and key in self.findings:
            left = self.findings[key][self.stance] - (3 if self.stance == "supports" else 2)
            return self.findings[key] | {"unquoted_now": left}
        if kind == "further":
            return self.findings.get(line.text.split()[0].rstrip(":"), {})
        if kind == "discussed":
            return answering(self.t, key)
        if kind == "conclusions":
            asked = (q.guid for q in self.t.study.questions if line.text.startswith(q.text))
            return answering(self.t, next(asked, "0"))
        if kind == "entries":
            named = line.text.rpartition(" (")[0]
            codes = (
                one.guid for one in self.t.codes.values() if one.name == named and not one.parent
            )
            return {"entries": self.study.get(f"entries_{next(codes, '')}")}
        return _PLACES[kind](self, place, key) if kind in _PLACES else {}

    def shown(self, key: str) -> dict[str, Any]:
        """What is counted in a display."""
        if key == "code-frequencies":
            return frequency_numbers(self.t, "case")
        if key == "code-cooccurrence":
            return meeting_numbers(self.t)
        display = self.t.study.store.get(Display, key)
        if display.kind == "code-frequencies":
            return frequency_numbers(self.t, str(display.settings["by"]))
        return network_numbers(self.t, key)

    def left(self, text: str, numbers: dict[str, Any], sayings: Any) -> str:
        """What no saying explains, and nobody wrote, and is no day on record."""
        text = DATE.sub(self._day, MOMENT.sub(self._moment, text))
        left = rest_of(text, sayings, numbers)
        for one in (*self.fixed, *self.written) if COUNTED.search(left) else ():
            if one in left:
                left = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", "·", left)
        return left

    def _moment(self, found: re.Match[str]) -> str:
        return "·" if found[0] in self.moments else found[0]

    @cached_property
    def moments(self) -> set[str]:
        """When changes were made, as English has it."""
        return {moment(one["time"]) for one in history(self.t)}

    def _day(self, found: re.Match[str]) -> str:
        month = f"{found[3]}-{MONTHS.index(found[1]) + 1:02}"
        told = f"{month}-{int(found[2]):02}" if found[2] else month
        return "·" if any(one.startswith(told) for one in self.days) else found[0]

    # --- tables ---

    def grid(self, grid: Grid) -> Iterator[str]:
        if grid.caption:
            self.captioned(grid.caption)
        place = grid.places[-1] if grid.places else ""
        if place == "agreement-coders":
            assert self.agreement.holds(grid), grid
        elif place.endswith("-checks"):
            yield from self.examined(grid, place.split("-")[1])
        elif grid.columns == ("No.", "When", "Who", "What"):
            yield from self.trail(grid)
        elif place == "confidence-profile":
            yield from self.profile(grid)
        elif grid.caption.endswith("what each box and each arrow rests on"):
            assert of_networks.is_told_rightly(self.t, grid), grid
        elif grid.columns[:2] == ("Code", "Code"):
            self.met(grid)
        else:
            yield from self.cells(grid, cells_of(self.t, grid.caption))

    def done(self, text: str, entry: dict[str, Any]) -> Iterator[str]:
        """What a change did to so many is what is in it so often."""
        counts = Counter[tuple[str, str]]()
        for group in entry["groups"]:
            counts[group["op"], group["kind"]] += len(group["guids"])
        item = re.match(r"Answer item (\S+) of ", text)
        if item:
            answered = {guid for group in entry["groups"] for guid in group["texts"]}
            if item[1] not in {
                one.item for one in self.t.study.store.all(Item) if one.guid in answered
            }:
                yield f"change {entry['seq']}: {text}"
        left = self.left(text[item.end() :] if item else text, self.study, ())
        told = {int(number(one)) for one in re.findall(r"[\d,.]+", left) if one.strip(",.")}
        if not told <= set(counts.values()):
            yield f"change {entry['seq']}: {text}  [{left}]"

    def trail(self, grid: Grid) -> Iterator[str]:
        log = history(self.t)
        assert [row[0] for row in grid.rows] == [f"{one['seq']:,}" for one in log]
        for entry, (_, when, who, what) in zip(log, grid.rows, strict=True):
            assert (when, who) == (moment(entry["time"]), self.t.names[entry["user"]]), entry
            yield from self.done(what, entry)

    def examined(self, grid: Grid, label: str) -> Iterator[str]:
        titles = {
            f"{translate(one.title, 'en')} {one.source}": name for name, one in CHECKS.all().items()
        }
        for check, _, shown in grid.rows:
            assert check in titles, check
            name = titles[check]
            left = self.left(shown, self.checks[label][name], of_tactic(name))
            if COUNTED.search(left):
                yield f"{label} {name}: {shown}  [{left}]"

    def profile(self, grid: Grid) -> Iterator[str]:
        label = ""
        for head, component, judged, computed in grid.rows:
            label = head.split()[0] if head else label
            for text in (judged, computed):
                left = self.left(text, self.study | self.findings[label], OF_FINDINGS)
                if COUNTED.search(left):
                    yield f"{label} {component}: {text}  [{left}]"

    def met(self, grid: Grid) -> None:
        """Pairs of codes that overlap, the most first, and the c coefficient of each."""
        counted = together(self.t)
        codes = {path: guid for guid, path in self.t.study.codebook.paths().items()}
        for first, second, both, c in grid.rows:
            one, other = codes[first], codes[second]
            n, own = (
                counted[one, other],
                [counted[code, "Codings of the code"] for code in (one, other)],
            )
            assert (number(both), number(c)) == (n, round(n / (sum(own) - n), 2)), (
                one,
                other,
                both,
                c,
            )
        self.matches_drawing(grid, [{n} for n in counted.values()])

    def matches_drawing(self, grid: Grid, counted: Iterable[set[float | str]]) -> None:
        """Whether no number is drawn more often than it is counted."""
        known = Counter(f"{n:g}" for values in counted for n in values if not isinstance(n, str))
        for (places, text), n in list(self.drawn.items()):
            if places == grid.places:
                assert n <= known[text], (grid.caption, text, n)
                del self.drawn[places, text]

    def cells(self, grid: Grid, counted: Any) -> Iterator[str]:
        self.matches_drawing(grid, () if counted is None else counted.values())
        for row in grid.rows:
            for column, text in zip(grid.columns, row, strict=True):
                if not COUNTED.search(text) or (column == "No." and text in self.items):
                    continue
                told = (counted or {}).get((row[0], column), set())
                if told:
                    assert {text, *([number(text)] if re.fullmatch(r"[\d.,]+", text) else [])} & told, (
                        grid.caption, row[0], column, told, text,
                    )  # fmt: skip
                    continue
                left = self.left(text, self.study, (*OF_LISTS, *OF_STUDY))
                if COUNTED.search(left):
                    yield f"{grid.caption or grid.places} {row[0]} {column}: {text}  [{left}]"

    # --- quotations ---

    def quoted(self, one: Quoted) -> Iterator[str]:
        guid = one.anchor.removeprefix("told-").removeprefix("evidence-")
        piece = next((e for e in self.t.evidence if e.guid == guid), None)
        self.weight = piece and piece.weight
        place = re.fullmatch(r"(?:(.+), )?(.+), characters ([\d,]+)–([\d,]+)", one.told)
        if place is None:
            if COUNTED.search(one.text) and not (piece and self.is_of(one, piece)):
                yield f"quoted: {one}"
            return
        case, name, start, end = place.groups()
        if piece is not None:
            assert case == self.t.names.get(self.t.owner(self.t.segments[piece.target]) or ""), one
        source = next(s for s in self.t.sources.values() if s.name == name)
        text = self.t.study.sources.text(source)
        first, last = int(number(start)), int(number(end))
        assert one.text == squeezed(text[first:last]), one

    def is_of(self, one: Quoted, piece: Evidence) -> bool:
        """Whether it is a cell told rightly, or words of the source it is said to be of."""
        if one.text == "Its words are no longer in the study.":
            return True
        segment = self.t.segments.get(piece.target)
        if segment is None:
            return is_told_rightly(self.t, one.text)
        text = self.t.study.sources.text(self.t.sources[segment.source])
        return squeezed(segment.lost or text[segment.start : segment.end]).startswith(
            one.text.removesuffix(" […]")
        )


_PLACES: dict[str, Callable[[Account, str, str], dict[str, Any]]] = {
    "display": lambda account, _, key: account.shown(key),
    **dict.fromkeys(
        ("criteria", "coreq", "srqr"), lambda account, place, _: listed(account.t, place)
    ),
}


def moment(at: datetime) -> str:
    """A moment as English has it."""
    day = f"{MONTHS[at.month - 1][:3]} {at.day}, {at.year}"
    return f"{day}, {at.hour % 12 or 12}:{at:%M:%S %p}"


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, date):
        yield f"{value:%Y-%m-%d}"
