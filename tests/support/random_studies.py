"""Whole studies made at random: entities of every kind that fit together, with their texts and files."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any

from hypothesis import strategies as st

from jejak.model import (
    KINDS,
    Block,
    Code,
    NetworkEdge,
    NetworkNode,
    Record,
    Segment,
    Source,
    StudyInfo,
    User,
    say,
)
from jejak.model.codec import FieldSpec, spec_of
from jejak.model.identity import from_millis
from jejak.store import Store

__all__ = ["CALM", "WILD", "RandomStudy", "random_studies", "random_study"]

# Words that any format holds: other scripts, signs beyond the first plane, combining marks, quotes,
# what marks up a text.
CALM = (
    "", "akun", "Dua kata", "naïve", "e\u0301", "漢字", "مرحبا", "😀", "👩‍👩‍👧", "𝔘nit", "a/b", 'say "x"', "it's", "<b>&amp;",
    "---", "# Head", "- one", "key: value", "{}", "[1]", "null", "true", "1e5", "2020-01-01", "two\nlines", "end\n",
    "a\n\nb", "tab\there", "a,b;c", "=1+1", "Aux", "con.", "%41",
)  # fmt: skip
# And what many formats trip over.
WILD = (
    *CALM,
    " before",
    "after ",
    "\n",
    "---\n",
    "\0",
    "\x07",
    "\x85",
    "\u2028",
    "\ufeff",
    "\uffff",
    "\\n",
    "\x7f",
    "a\rb",
)
_DATES = ("", "2020", "2020-05", "2020-05-01")
_DATED = {
    ("event", "date"),
    ("state", "date"),
    ("rating", "date"),
    ("feedback", "date"),
    ("rule", "due"),
}
_VALUES: dict[tuple[type, ...], tuple[Any, ...]] = {
    (bool,): (True, False),
    (int,): (0, 1, 2, 7, 100),
    (float, int): (0.0, 0.1, 1.5, 99.99, 1e-07),
    (datetime,): tuple(
        map(from_millis, (0, 1, 1_000, 1_600_000_000_123, 1_700_000_000_000)),
    ),
}
_COLOURS = ("#000000", "#44aa99", "#ffffff")
# What no study is without.
_ALWAYS = {StudyInfo.KIND, User.KIND}
# What others rest on: there are more of these.
_BASE = {"user", "source", "segment", "code", "coding", "display", "node", "finding", "settlement"}
_IN_TEXT = ("text", "page", "cell")


@dataclass
class RandomStudy:
    """A study by its parts: ``records`` each after what it refers to, texts and files by digest."""

    records: list[Record] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    originals: dict[str, bytes] = field(default_factory=dict)

    def fill(self, store: Store, user: str | None = None, *, changes: int = 1) -> None:
        """Put it into an empty study, in so many changes by ``user`` (or whoever is in it, or nobody)."""
        by = user or next((one.guid for one in self.records if one.KIND == "user"), "0" * 32)
        step = max(1, -(-len(self.records) // changes))
        for at in range(0, max(len(self.records), 1), step):
            with store.write(say("Make a study at random"), by) as change:
                for text in self.texts.values():
                    change.keep_text(text)
                for content in self.originals.values():
                    change.keep_original(content)
                change.add(*self.records[at : at + step])


def random_studies(
    kinds: Collection[str] = tuple(KINDS), *, signs: tuple[str, ...] = WILD, most: int = 3
) -> st.SearchStrategy[RandomStudy]:
    """Studies with up to ``most`` entities of each of some of the ``kinds``, made of those words."""
    ordered = [kind for kind in KINDS if kind in kinds]
    return st.builds(
        lambda seed, chosen, count: random_study(
            Random(seed), {*_ALWAYS, *chosen}, signs=signs, most=count
        ),
        st.integers(0, 2**32),
        st.just(set(ordered)) | st.sets(st.sampled_from(ordered)),
        st.integers(1, most),
    )


def random_study(
    random: Random,
    kinds: Collection[str] = tuple(KINDS),
    *,
    signs: tuple[str, ...] = WILD,
    most: int = 3,
) -> RandomStudy:
    """A study with up to ``most`` entities of each kind (some more of what others rest on); what lacks
    what it needs is left out."""
    made = _Making(random, signs)
    for kind in KINDS:
        least, more = int(kind in _ALWAYS), 2 * (kind in _BASE)
        count = 1 if kind == StudyInfo.KIND else random.randint(least, most + more)
        for _ in range(count if kind in kinds else 0):
            made.one(kind)
    return made.study


class _Making:
    def __init__(self, random: Random, signs: tuple[str, ...]) -> None:
        self.random, self.signs = random, signs
        self.study = RandomStudy()
        self.there: dict[str, list[Any]] = {}

    def one(self, kind: str) -> None:
        values: dict[str, Any] = {"guid": self.guid()}
        for spec in spec_of(kind).fields:
            if spec.name not in values and not spec.name.endswith("_kind"):
                values |= self.field(kind, spec)
        if None in [values[spec.name] for spec in spec_of(kind).fields if not spec.optional]:
            return
        record = KINDS[kind](**values | self.special(kind, values))
        if isinstance(record, NetworkEdge) and not self.same_display(record):
            return
        if isinstance(record, Segment | Block) and record.end < 0:
            return
        self.study.records.append(record)
        self.there.setdefault(kind, []).append(record)

    def field(self, kind: str, spec: FieldSpec) -> dict[str, Any]:
        if spec.refers == "*":
            target = self.random.choice(self.study.records) if self.study.records else None
            found = (target.guid, target.KIND) if target else (None, None)
            return dict(zip((spec.name, f"{spec.name}_kind"), found, strict=True))
        return {spec.name: self.target(spec) if spec.refers else self.value(kind, spec)}

    def guid(self) -> str:
        raw = f"{self.random.getrandbits(128):032x}"
        return f"{raw[:8]}-{raw[8:12]}-{raw[12:16]}-{raw[16:20]}-{raw[20:]}"

    def target(self, spec: FieldSpec) -> str | None:
        among = self.there.get(spec.refers or "", [])
        if not among or (spec.optional and self.random.random() < 0.3):
            return None
        return str(self.random.choice(among).guid)

    def same_display(self, edge: NetworkEdge) -> bool:
        of = {node.guid: node.display for node in self.there.get(NetworkNode.KIND, [])}
        return of[edge.origin] == of[edge.target] == edge.display

    # -- values ------------------------------------------------------------------------------------

    def words(self, most: int = 3) -> str:
        return "".join(self.random.choice(self.signs) for _ in range(self.random.randint(0, most)))

    def name(self) -> str:
        said = " ".join(
            f"{self.words()} {self.random.randrange(1000)}".translate(_CONTROLS).split()
        )
        return said.replace("/", "⁄")

    def value(self, kind: str, spec: FieldSpec) -> Any:
        random = self.random
        if spec.optional and random.random() < 0.4:
            return None
        if (kind, spec.name) in _DATED:
            return random.choice(_DATES)
        if spec.name == "colour":
            return random.choice(_COLOURS)
        if spec.name in {"name", "label", "title"}:
            return self.name()
        return self.of(spec.takes)

    def of(self, takes: tuple[type, ...]) -> Any:
        if takes == (str,):
            return self.words()
        if takes == (tuple, list):
            return tuple(self.words() for _ in range(self.random.randint(0, 3)))
        if takes == (Mapping,):
            return self.mapping()
        return self.random.choice(_VALUES[takes])

    def mapping(self, depth: int = 2) -> dict[str, Any]:
        random = self.random
        values: list[Any] = [
            None,
            True,
            False,
            0,
            12,
            1.5,
            1e-07,
            "",
            self.words(),
            [self.words(), 1],
        ]
        if depth:
            values.append(self.mapping(depth - 1))
        return {self.words(2): random.choice(values) for _ in range(random.randint(0, 3))}

    # -- what fits together ------------------------------------------------------------------------

    def special(self, kind: str, values: dict[str, Any]) -> dict[str, Any]:
        make = {
            Source.KIND: self.source, Segment.KIND: self.segment, Block.KIND: self.block, Code.KIND: self.code,
        }.get(kind)  # fmt: skip
        return make(values) if make else {}

    def source(self, values: dict[str, Any]) -> dict[str, Any]:
        text = self.words(self.random.choice((0, 1, 5, 20, 60))).replace("\r", "")
        digest = hashlib.sha256(text.encode()).hexdigest()
        self.study.texts[digest] = text
        file = None
        if values["original"] is not None or self.random.random() < 0.3:
            content = self.words().encode() + bytes([self.random.randrange(256)])
            file = hashlib.sha256(content).hexdigest()
            self.study.originals[file] = content
        medium = self.random.choice(("text", "pdf", "image", "audio", "video", "table"))
        return {"text": digest, "length": len(text), "original": file, "medium": medium}

    def _span(self, values: dict[str, Any]) -> tuple[int, int]:
        length = next(s.length for s in self.there["source"] if s.guid == values["source"])
        if not length:
            return 0, -1
        start = self.random.randrange(length)
        return start, self.random.randint(start + 1, length)

    def block(self, values: dict[str, Any]) -> dict[str, Any]:
        start, end = self._span(values)
        return {"start": start, "end": end, "number": len(self.there.get("block", [])) + 1}

    def segment(self, values: dict[str, Any]) -> dict[str, Any]:
        start, end = self._span(values)
        anchor = self.random.choice((*_IN_TEXT, "text", "text", "picture", "time"))
        if anchor == "picture":
            start = end = 0
        if anchor not in _IN_TEXT or values["lost"] is None or end < 0:
            return {"anchor": anchor, "start": start, "end": end, "lost": None}
        return {"anchor": anchor, "start": start, "end": start, "lost": values["lost"] or "gone"}

    def code(self, values: dict[str, Any]) -> dict[str, Any]:
        among = [
            one.position for one in self.there.get("code", []) if one.parent == values["parent"]
        ]
        return {"position": len(among)}


_CONTROLS = dict.fromkeys([*range(32), *range(127, 160)], " ")
