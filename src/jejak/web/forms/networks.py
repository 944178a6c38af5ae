"""Networks: the boxes and arrows drawn in a display, what they rest on, what to look at again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ...displays import DisplayKind
from ...displays.networks.flaws import Flaw
from ...i18n import translate
from ...model.drawn import Drawn, DrawnEdge, DrawnNetwork, DrawnNode
from ...services.network_drafts import Draft
from .form import Count, Form, Guid, Name, Out, Patch, Prose

__all__ = ["BetweenForm", "DraftChosen", "DraftOut", "EdgeForm", "EdgeOut", "EdgePatch", "GroundForm", "MediatorOut",
           "NetworkOut",
           "NodeForm", "NodeOut", "NodePatch", "PartsForm", "PlacesForm"]  # fmt: skip

NodeKind = Literal[
    "variable", "concept", "actor", "event", "state", "criterion", "outcome", "other"
]
Level = Literal["high", "moderate", "low"]
Sign = Literal["+", "-", "±", ""]
Strength = Annotated[int, Field(ge=1, le=3)]
AboutKind = Literal["code", "case", "attribute", "source", "event", "state", "finding", "reference"]
Where = Annotated[int, Field(ge=-1_000_000, le=1_000_000, description="Pixels.")]
Label = Annotated[str, Field(max_length=1_000)]


class GroundOut(Out):
    """A passage that a box or arrow rests on; ``link`` is what is removed to take it away. ``text`` are
    its words (or those that were there, where it is ``lost``)."""

    link: str
    segment: str
    source: str
    source_name: str
    start: int
    end: int
    text: str
    lost: bool


class StandsForOut(Out):
    """What a box stands for, as it is called now."""

    kind: str
    guid: str
    name: str


class NodeOut(Out):
    """A box; ``user`` is whoever drew it."""

    guid: str
    revision: int
    label: str
    kind: NodeKind
    x: int
    y: int
    level: Level | None
    note: str
    test: str
    about: StandsForOut | None
    evidence: list[GroundOut]
    user: str


class EdgeOut(Out):
    """An arrow between two boxes; ``user`` is whoever drew it."""

    guid: str
    revision: int
    origin: str
    target: str
    sign: Sign
    strength: Strength | None
    label: str
    note: str
    evidence: list[GroundOut]
    user: str


class FlawOut(Out):
    """Something to look at again, and the boxes and arrows it is about."""

    check: str
    sentence: str
    parts: list[str]


class NetworkOut(Out):
    """All that is drawn in a display; ``boxes`` are the kinds of boxes it takes, ``yes_no`` says that
    signs are answers, ``drafts`` what can be suggested for it (nothing where it is empty)."""

    display: str
    kind: str
    yes_no: bool
    boxes: list[NodeKind]
    drafts: str
    nodes: list[NodeOut]
    edges: list[EdgeOut]
    flaws: list[FlawOut]

    @classmethod
    def of(
        cls,
        network: DrawnNetwork,
        kind: DisplayKind,
        flaws: list[Flaw],
        told: Told,
    ) -> Self:
        """A network in a language."""
        return cls(
            display=network.guid,
            kind=network.kind,
            yes_no=kind.yes_no,
            boxes=list(kind.boxes),  # type: ignore[arg-type]  # kinds of boxes are these words
            drafts=kind.drafts,
            nodes=[told.node(node) for node in network.nodes],
            edges=[told.edge(edge) for edge in network.edges],
            flaws=[
                FlawOut(
                    check=flaw.check,
                    sentence=translate(flaw.sentence, told.language),
                    parts=list(flaw.parts),
                )
                for flaw in flaws
            ],
        )


class Told:
    """What boxes and arrows are told with: revisions and passages, in a language."""

    def __init__(
        self,
        language: str,
        revisions: Mapping[str, int],
        passages: Mapping[str, tuple[str, str]],
    ) -> None:
        """``passages`` are the source's name and the words of each segment, by its GUID."""
        self.language = language
        self._revisions = revisions
        self._passages = passages

    def node(self, node: DrawnNode) -> NodeOut:
        """A box."""
        own = ("label", "kind", "x", "y", "level", "note", "test", "about")
        return NodeOut.model_validate(self._both(node, own))

    def edge(self, edge: DrawnEdge) -> EdgeOut:
        """An arrow."""
        own = ("origin", "target", "sign", "strength", "label", "note")
        return EdgeOut.model_validate(self._both(edge, own))

    def _both(self, one: Drawn, own: tuple[str, ...]) -> dict[str, object]:
        evidence = [
            GroundOut(
                link=ground.link, segment=ground.segment, source=ground.source,
                source_name=self._passages[ground.segment][0], start=ground.start, end=ground.end,
                text=self._passages[ground.segment][1], lost=ground.lost,
            )
            for ground in one.evidence
        ]  # fmt: skip
        return {
            "guid": one.guid, "revision": self._revisions[one.guid], "user": one.user,
            "evidence": evidence, **{name: getattr(one, name) for name in own},
        }  # fmt: skip


class StandsForForm(Form):
    """What a box is to stand for."""

    kind: AboutKind
    guid: Guid


class NodeForm(Form):
    """A box to be drawn."""

    label: Name
    kind: NodeKind | None = None
    x: Where = 0
    y: Where = 0
    level: Level | None = None
    note: Prose = ""
    test: Prose = ""
    about: StandsForForm | None = None


class NodePatch(Patch):
    """What to change about a box; ``about`` may be ``null``: it stands for nothing but itself."""

    label: Name = ""
    kind: NodeKind = "variable"
    x: Where = 0
    y: Where = 0
    level: Level | None = None
    note: Prose = ""
    test: Prose = ""
    about: StandsForForm | None = None


class EdgeForm(Form):
    """An arrow to be drawn between two boxes of the display."""

    origin: Guid
    target: Guid
    sign: Sign = ""
    strength: Strength | None = None
    label: Label = ""
    note: Prose = ""


class EdgePatch(Patch):
    """What to change about an arrow."""

    origin: Guid = ""
    target: Guid = ""
    sign: Sign = ""
    strength: Strength | None = None
    label: Label = ""
    note: Prose = ""


class NodePlace(Form):
    """Where the middle of a box is to be."""

    node: Guid
    x: Where
    y: Where


class PlacesForm(Form):
    """Boxes to be put elsewhere in one step; none: all of them are arranged."""

    places: Annotated[list[NodePlace], Field(max_length=2_000)] = Field(default_factory=list)


class MediatorOut(Out):
    """A code that meets both ends of a link: pairs of codings that share words with the first and with
    the second, and of the ``cases`` that have both ends how many ``hold`` it too."""

    guid: str
    name: str
    path: str
    with_first: int
    with_second: int
    hold: int
    cases: int


class BetweenForm(Form):
    """What is to stand between the ends of an arrow: a box for a code, or one with a label alone."""

    label: Label = ""
    code: Guid | None = None


class PartsForm(Form):
    """Boxes and arrows to be removed in one step."""

    nodes: Annotated[list[Guid], Field(max_length=2_000)] = Field(default_factory=list)
    edges: Annotated[list[Guid], Field(max_length=10_000)] = Field(default_factory=list)


class GroundForm(Form):
    """A passage that a box or an arrow is to rest on: a segment, or a stretch of a source in code
    points."""

    node: Guid | None = None
    edge: Guid | None = None
    segment: Guid | None = None
    source: Guid | None = None
    start: Count | None = None
    end: Count | None = None

    @model_validator(mode="after")
    def _placed(self) -> Self:
        if (self.node is None) == (self.edge is None):
            raise ValueError("give the node or the edge")
        if (self.segment is None) == (None in (self.source, self.start, self.end)):
            raise ValueError("give the segment, or source, start and end")
        return self


class DraftBoxOut(Out):
    """A box that could be drawn; ``count`` says how much stands behind it."""

    key: str
    label: str
    about: str | None
    count: int


class DraftArrowOut(Out):
    """An arrow that could be drawn, between boxes by their labels."""

    key: str
    origin: str
    target: str
    label: str
    count: int


class DraftOut(Out):
    """What could be drawn and is not there yet."""

    boxes: list[DraftBoxOut]
    arrows: list[DraftArrowOut]

    @classmethod
    def of(cls, draft: Draft) -> Self:
        """A draft."""
        labels = {box.key: box.label for box in draft.boxes}
        return cls(
            boxes=[
                DraftBoxOut(
                    key=box.key, label=box.label, about=box.about[0] if box.about else None,
                    count=draft.counts[box.key],
                )
                for box in draft.boxes
                if box.key in draft.counts
            ],
            arrows=[
                DraftArrowOut(
                    key=f"{one.origin}→{one.target}", origin=labels[one.origin],
                    target=labels[one.target], label=one.label,
                    count=draft.counts.get(f"{one.origin}→{one.target}", 0),
                )
                for one in draft.arrows
            ],
        )  # fmt: skip


class DraftChosen(Form):
    """Keys of the boxes and arrows of a draft that are to be drawn."""

    keys: Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=5_000)]
