"""Codes and ready frames."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field

from ...model import Code
from ...services.codebook_entries import Frame
from .form import Form, Guid, Name, Out, Patch, Prose

__all__ = ["CodeForm", "CodeMove", "CodeOut", "CodePatch", "CodeSplit", "CodesMerge", "CodesMove",
           "CodesRecolour", "CodesRemoval", "FrameApplied", "FrameForm", "FrameOut", "Merged",
           "Recoloured"]  # fmt: skip

Colour = Annotated[str, Field(pattern="^#[0-9a-fA-F]{6}$")]
Codes = Annotated[list[Guid], Field(min_length=1, max_length=10_000)]
Position = Annotated[int, Field(ge=0, le=2**31)]


class CodeOut(Out):
    """A code with its entry; ``codings_below`` counts its own and those of all codes below it."""

    guid: str
    revision: int
    name: str
    parent: str | None
    path: str
    depth: int
    colour: str
    codable: bool
    short: str
    definition: str
    when_to_use: str
    when_not_to_use: str
    examples: list[str]
    position: int
    cycle: str
    kind: str
    frame: str | None
    codings: int
    codings_below: int

    @classmethod
    def of(cls, code: Code, **counted: object) -> Self:
        """A code with what is counted and where it lies."""
        fields = {name: getattr(code, name, None) for name in cls.model_fields}
        return cls.model_validate(fields | {"examples": list(code.examples)} | counted)


class CodePatch(Patch):
    """What to change about a code."""

    name: Name = ""
    colour: Colour = "#888888"
    codable: bool = True
    short: Prose = ""
    definition: Prose = ""
    when_to_use: Prose = ""
    when_not_to_use: Prose = ""
    examples: list[Prose] = Field(default_factory=list)
    cycle: Literal["first", "second"] = "first"
    kind: Literal["a priori", "inductive", "pattern"] = "inductive"


class CodeForm(CodePatch):
    """A new code; ``parent`` is the GUID, path or name of the code it goes under, ``above`` are the
    names of codes that stand between, the topmost first: those that are missing are made too."""

    name: Name
    parent: str | None = None
    above: list[Name] = Field(default_factory=list)


class CodeMove(Form):
    """Where a code is to go: under ``parent`` (``null``: to the top), after ``position`` of the
    codes there (by default after all)."""

    parent: Guid | None
    position: Position | None = None


class CodesMove(CodeMove):
    """Codes that are to go to one place, in this order; ``position`` counts those that stay."""

    codes: Codes


class CodesMerge(Form):
    """Codes that are to become part of another. Their texts fill what is empty in its entry, or
    (``join_texts``) are all written below. With ``dry_run`` nothing is changed."""

    codes: Codes
    join_texts: bool = False
    dry_run: bool = False


class CodesRecolour(Form):
    """A colour for codes (``null``: each keeps its own), and for the codes below each nothing,
    the same, or shades of it."""

    codes: Codes
    colour: Colour | None = None
    below: Literal["keep", "same", "shades"] = "keep"


class CodesRemoval(Form):
    """Codes to be removed with those below them; ``codings_to`` is to have their codings."""

    codes: Codes
    codings_to: Guid | None = None


class CodeSplit(Form):
    """A new code for some of a code's codings: those named, or those a query finds. It lies beside
    the old one, or under ``parent`` (GUID, path or name)."""

    name: Name
    parent: str | None = None
    colour: Colour | None = None
    codings: list[Guid] = Field(default_factory=list)
    query: str | None = None


class Recoloured(Out):
    """How many codes have another colour."""

    recoloured: int
    seq: int | None


class Merged(Out):
    """Codings that moved, those that fell together with one the same person had on the same passage
    (``weights`` of them with another weight: the higher stayed), and the code they have now."""

    moved: int
    together: int
    weights: int
    seq: int | None
    code: CodeOut


class FrameOut(Out):
    """A ready codebook."""

    name: str
    title: str
    description: str
    source: str

    @classmethod
    def of(cls, frame: Frame, language: str) -> Self:
        """A frame in a language."""
        return cls(
            name=frame.name,
            title=frame.title.get(language, ""),
            description=frame.description.get(language, ""),
            source=frame.source,
        )


class FrameForm(Form):
    """The language a ready codebook is to be applied in."""

    language: Literal["en", "id"]


class FrameApplied(Out):
    """Paths of the codes that were made, and of those whose gaps were filled."""

    made: list[str]
    filled: list[str]
    seq: int | None
