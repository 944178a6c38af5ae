"""What participants agreed to, and what goes when they withdraw."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .form import Form, Guid, Out, Patch, Prose

__all__ = [
    "ConsentForm",
    "ConsentOut",
    "ConsentPatch",
    "WithdrawalForm",
    "WithdrawalOut",
    "Writing",
]

Term = Annotated[str, Field(max_length=10_000)] | int | float | bool | None
Terms = dict[str, Term]


class ConsentOut(Out):
    """What a participant agreed to; ``terms`` are single permissions by name."""

    guid: str
    revision: int
    case: str
    scope: str
    date: str | None
    form: str
    withdrawn: str | None
    terms: Terms


class ConsentPatch(Patch):
    """What to change about a consent; dates are ISO dates of any precision."""

    scope: Prose = ""
    date: str | None = None
    form: Prose = ""
    withdrawn: str | None = None
    terms: Terms = Field(default_factory=dict)


class ConsentForm(ConsentPatch):
    """A new consent."""

    case: Guid
    scope: Annotated[str, Field(min_length=1, max_length=1_000_000)]


class WithdrawalForm(Form):
    """A case withdraws. ``name`` is its pseudonym, typed to be sure; a dry run only tells."""

    name: str = ""
    keep_sources: bool = False
    dry_run: bool = False


class Writing(Out):
    """Something analysts wrote."""

    kind: str
    label: str


class WithdrawalOut(Out):
    """What a withdrawal took away, or would take."""

    case: str
    mark: str
    removed: list[str]
    turns: dict[str, int]
    gone: dict[str, int]
    unclear: list[str]
    rewritten: list[Writing]
    to_read: list[str]
    naming: list[Writing]
    quoted_in: list[str]
    blanked: int
    seq: int | None
    dry_run: bool
    scrubbed: bool
