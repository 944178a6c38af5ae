"""Codings: putting codes on words, changing and taking them away."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from .form import Count, Form, Guid, Out, Patch, Prose
from .sources import CodingColumns

__all__ = ["Coded", "CodingForm", "CodingPatch", "CodingRule", "CodingsChanged",
           "CodingsPatch", "CodingsRemoval", "CodingsRemoved",
           "RuleApplied"]  # fmt: skip

Origin = Literal["hand", "in vivo", "rule", "imported", "suggestion"]
Weight = Annotated[int, Field(ge=0, le=100)]


class CodingForm(Form):
    """Codes (GUID, path or name) for a stretch: ``start`` and ``end`` in code points, or the exact
    ``quote``, with the words right before and after it where it stands more than once. With ``text``,
    the digest of the text that positions are of, nothing is coded once it was corrected."""

    source: Guid
    text: str | None = None
    start: Count | None = None
    end: Count | None = None
    quote: Prose | None = None
    prefix: Prose = ""
    suffix: Prose = ""
    codes: Annotated[list[str], Field(min_length=1, max_length=100)]
    weight: Weight | None = None
    memo: Prose = ""
    origin: Origin = "hand"

    @model_validator(mode="after")
    def _placed(self) -> Self:
        if self.quote is None and (self.start is None or self.end is None):
            raise ValueError("give start and end, or the quote")
        return self


class CodingPatch(Patch):
    """What to change about a coding; a weight of ``null`` takes it away. With ``text``, the digest of
    the text that positions are of, nothing is changed once it was corrected."""

    text: str = ""
    start: Count = 0
    end: Count = 0
    weight: Weight | None = None
    code: str = ""


class Coded(Out):
    """The codings that are there now, and the change that made them (``null``: they were there)."""

    seq: int | None
    codings: CodingColumns


class CodingsRemoval(Form):
    """Codings to be taken away."""

    codings: list[Guid]


class CodingsRemoved(Out):
    """How many codings went."""

    removed: int
    seq: int | None


class CodingsPatch(Form):
    """What to do with many codings in one step; exactly one of: ``code``, the one they get instead;
    ``add``, codes (GUID, path or name) that their words get besides; ``weight`` (``null``: none)."""

    codings: Annotated[list[Guid], Field(min_length=1, max_length=100_000)]
    code: str | None = None
    add: list[str] | None = None
    weight: Weight | None = None

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if len(self.model_fields_set & {"code", "add", "weight"}) != 1:
            raise ValueError("give one of code, add and weight")
        if "code" in self.model_fields_set and not self.code:
            raise ValueError("give the code")
        if "add" in self.model_fields_set and not self.add:
            raise ValueError("give the codes to add")
        return self


class CodingsChanged(Out):
    """How many codings were changed or made, and the change (``null``: there was nothing to do)."""

    changed: int
    seq: int | None


class SpanForm(Form):
    """A stretch of a source, in code points."""

    source: Guid
    start: Count
    end: Count


class CodingRule(Form):
    """Code whatever matches exactly one of a phrase, a regular expression, a speaker or a query, or
    chosen stretches. A phrase is found ``within`` words too, if asked; ``sources``: only in these.
    A query looks at the codings of ``coders`` alone, if given."""

    code: str
    text: str | None = None
    regex: str | None = None
    speaker: str | None = None
    query: str | None = None
    spans: Annotated[list[SpanForm], Field(default_factory=list, max_length=100_000)]
    within: bool = False
    case_sensitive: bool = False
    sources: list[Guid] | None = None
    coders: list[Guid] | None = None
    unit: Literal["match", "sentence", "block", "source"] = "match"
    dry_run: bool = False


class RuleApplied(Out):
    """Stretches found in so many ``sources``; codings made of them, or those that would be made
    (``fresh``); the change."""

    found: int
    sources: int
    fresh: int
    coded: int
    seq: int | None
