"""A facet: one thing that the rows or columns of a matrix are made of, and how it divides a study."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...analysis.material import Material
from ...analysis.membership import Membership
from ...analysis.spans import Ints
from ...model.corpus import Corpus
from ...model.message import Message
from ...model.query import Query
from ...model.shape import Heading
from ..display import DisplayFilter

__all__ = ["Asked", "Choice", "Division", "Facet", "FacetFamily", "always"]

Choice = tuple[str, Message]


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: the ``name`` of its family and ``by``, which of what the family knows.

    ``codes`` (row numbers; none: all) and ``below`` (each with all below it) are for codes;
    ``lines`` for own headings, each ``Title`` or ``Title = query``.
    """

    name: str
    by: str = ""
    codes: tuple[int, ...] = ()
    below: bool = True
    lines: tuple[str, ...] = ()

    @classmethod
    def read(cls, text: str) -> Facet:
        """A facet as people and saved displays write it: ``code``, ``case.role``, ``period.month``."""
        name, _, by = text.strip().partition(".")
        return cls(name.strip().casefold(), by.strip())

    def __str__(self) -> str:
        return f"{self.name}.{self.by}" if self.by else self.name


@dataclass(frozen=True, slots=True)
class Asked:
    """What a division is made for: the study, the filter, and whether this facet *leads*. The one
    that leads says by its codes or queries which codings count; every other facet of codes or queries
    keeps those of them that touch what it finds, as “and” does. Where ``most`` is given, only so many
    of its entries are shown, those with the most codings of the whole study."""

    corpus: Corpus
    only: DisplayFilter
    leads: bool = False
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Division:
    """What a facet makes of a study: ``size`` entries, which codings are in each, and which units of
    material (``material`` gives ``None`` where any could be).

    ``headings`` gives the headings of entries, set in under one another as if they alone were shown;
    ``terms`` what a query says of one entry; ``counted`` whether anything can be counted in it;
    ``placed`` whether it has a place in the order of the others, as what is not known has none.
    ``cases`` gives the entry of each case, where entries are cases or groups of them; ``variables``
    the row among the attributes of each entry, where they are rated variables, and ``rated`` in which
    of them each case is. ``surely`` is for each entry that was not looked at, for it cannot be among
    the most used, how many codings are in it at the least; 0 for all others.
    """

    size: int
    headings: Callable[[Sequence[int]], Sequence[Heading]]
    terms: Callable[[int], tuple[Query, ...]]
    codings: Membership
    material: Callable[[Material], Membership | None]
    counted: Callable[[int], bool] = lambda _: True
    placed: Callable[[int], bool] = lambda _: True
    cases: Ints | None = None
    variables: tuple[int, ...] = ()
    rated: Membership | None = None
    surely: Ints | None = None

    def by_case(self) -> Membership | None:
        """The entries of each case, by what is known of it; ``None`` where nothing says them."""
        return self.rated if self.cases is None else Membership.single(self.cases, self.size)


@dataclass(frozen=True, slots=True)
class FacetFamily:
    """Facets of one kind. ``choices`` are those that a study has anything in, as texts of facets with
    what they are called; ``label`` names any that can be asked for, ``None`` one that cannot;
    ``divide`` makes one of them. ``by_code`` and ``by_query``: it divides by codes or by
    queries, and so can lead; an entry of codes without codings is not shown unless that is asked
    for. ``by_block``: it looks at blocks of text, not at whole sources."""

    name: str
    choices: Callable[[Corpus], Sequence[Choice]]
    label: Callable[[Facet, Corpus], Message | None]
    divide: Callable[[Facet, Asked], Division]
    by_code: bool = False
    by_query: bool = False
    by_block: bool = False

    @property
    def leads(self) -> bool:
        """Whether it can say which codings count."""
        return self.by_code or self.by_query


def always(
    text: str, label: Message
) -> tuple[Callable[[Corpus], Sequence[Choice]], Callable[[Facet, Corpus], Message | None]]:
    """``choices`` and ``label`` of a family that has one facet, in every study."""
    return (
        lambda _: ((text, label),),
        lambda facet, _: label if str(facet) == text else None,
    )
