"""Pattern codes: what is often coded together, made one code whose recurrence is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..analysis.coders import of_coders
from ..analysis.recurrence import Recurrence, pairs_together, recurrence
from ..errors import InvalidInput
from ..model import Code, Relation, say
from ..model.corpus import Corpus, NamedColumns
from ..model.pattern import PART_OF, PATTERN, pattern_members
from ..store import Rows
from ..store.lookups import find_code
from .code_tree import in_order
from .codebook import Codebook

__all__ = ["MemberShown", "Named", "Patterns", "Recurs", "Together"]


@dataclass(frozen=True, slots=True)
class Named:
    """A code (with its path), case or source by its name."""

    guid: str
    name: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class MemberShown:
    """A code of a pattern, those below it counted along: different stretches, sources and cases."""

    guid: str
    name: str
    path: str
    segments: int
    sources: int
    cases: int


@dataclass(frozen=True, slots=True)
class Recurs:
    """How often what any of some codes marks comes again: stretches, sources and cases; the cases that
    show every code, and those (``silent``) with words in the study and no sign of any.

    ``unowned`` counts stretches that are no case's.
    """

    members: tuple[MemberShown, ...]
    segments: int
    sources: tuple[Named, ...]
    cases: tuple[Named, ...]
    all_of_them: tuple[Named, ...]
    silent: tuple[Named, ...]
    unowned: int


@dataclass(frozen=True, slots=True)
class Together:
    """Two codes that are found together: pairs of their codings that share words, the cases that have
    both anywhere, and the c coefficient."""

    first: Named
    second: Named
    together: int
    cases: int
    c: float


class Patterns(Codebook):
    """The codes of a study, and what some of them make together."""

    def together(
        self, limit: int = 20, *, least: int = 2, authors: Sequence[str] | None = None
    ) -> list[Together]:
        """Pairs of codes that meet at least so often and are not of one pattern yet: first those that
        most cases have both of. ``authors`` (GUIDs): as those people coded alone."""
        with self._store.view() as rows:
            corpus = of_coders(self._store.corpus(), authors)
            wholes = _wholes(rows, corpus)
        codes, found = corpus.codes, []
        for pair in pairs_together(corpus, least):
            one, other = codes.guid[pair.first], codes.guid[pair.second]
            if not wholes.get(one, set()) & wholes.get(other, set()):
                found.append(
                    Together(
                        _code(corpus, pair.first), _code(corpus, pair.second), pair.together,
                        pair.cases, pair.c,
                    )
                )  # fmt: skip
        return found[: max(limit, 0)]

    def recurrence(self, codes: Sequence[str], *, authors: Sequence[str] | None = None) -> Recurs:
        """In how many cases, sources and stretches any of some codes (GUIDs, paths or names) recurs,
        and who shows no sign of them. A pattern code alone is counted by the codes it is made of.

        Raises :class:`NotFound`, :class:`Conflict`, :class:`InvalidInput` where none is named.
        """
        with self._store.view() as rows:
            found = [find_code(rows, name) for name in codes]
            if not found:
                raise InvalidInput("no-codes-chosen", "No code was named.")
            corpus = of_coders(self._store.corpus(), authors)
            whole = found[0] if len(found) == 1 else None
            chosen = _parts(rows, whole) if whole else [one.guid for one in found]
        at = {guid: row for row, guid in enumerate(corpus.codes.guid)}
        members = [at[guid] for guid in dict.fromkeys(chosen) if guid in at]
        counted = recurrence(corpus, members, at.get(whole.guid) if whole else None)
        return _told(counted, corpus)

    def make_pattern(
        self,
        name: str,
        codes: Sequence[str],
        *,
        why: str = "",
        below: bool = False,
        parent: str | None = None,
    ) -> Code:
        """A pattern code of others (GUIDs, paths or names), in one change.

        They stay where they are and are *part of* it, each for the reason ``why``, or (``below``) come
        to lie below it. Raises :class:`NotFound`, :class:`InvalidInput` for fewer than two codes,
        :class:`Conflict` where the name is taken or a code would come to lie below itself.
        """
        verb = say("Make the pattern code “{code}”", code=name.strip())
        with self._store.write(verb, self._user) as change:
            members = [find_code(change.rows, one) for one in dict.fromkeys(codes)]
            members = list({one.guid: one for one in members}.values())
            if len(members) < 2:
                raise InvalidInput(
                    "too-few-members", "A pattern is made of two codes or more.",
                    "Nothing was made. Choose another code as well.",
                )  # fmt: skip
            made = self.add(
                name, parent, kind=PATTERN, cycle="second", short="", definition=why.strip()
            )
            if below:
                self.place(members, made.guid)
                return made
            change.add_many(
                Relation(
                    type=PART_OF, origin_kind=Code.KIND, origin=one.guid,
                    target_kind=Code.KIND, target=made.guid, memo=why.strip(),
                )
                for one in members
            )  # fmt: skip
            return made


def _members(rows: Rows) -> dict[str, list[str]]:
    """The codes of every pattern code, by its GUID: those right below it and those related to it."""
    related = pattern_members(rows.all(Relation, origin_kind="code", target_kind="code"))
    codes = in_order(rows.all(Code))
    patterns = {code.guid for code in codes if code.kind == PATTERN}
    found: dict[str, list[str]] = {guid: list(related.get(guid, ())) for guid in patterns}
    for code in codes:
        if code.parent in patterns:
            found[code.parent].append(code.guid)
    return found


def _parts(rows: Rows, code: Code) -> list[str]:
    """What a code is counted by: a pattern's codes, any other by itself."""
    if code.kind != PATTERN:
        return [code.guid]
    return _members(rows).get(code.guid) or [code.guid]


def _wholes(rows: Rows, corpus: Corpus) -> dict[str, set[str]]:
    """The pattern codes that each code is of."""
    found: dict[str, set[str]] = {}
    for whole, members in _members(rows).items():
        for guid in members:
            found.setdefault(guid, set()).add(whole)
    codes = corpus.codes
    for row, guid in enumerate(codes.guid):
        above = int(codes.parent[row])
        if above >= 0:
            # What lies below a member is of the pattern as well; parents come first.
            found.setdefault(guid, set()).update(found.get(codes.guid[above], ()))
    return found


def _told(counted: Recurrence, corpus: Corpus) -> Recurs:
    codes = corpus.codes
    return Recurs(
        members=tuple(
            MemberShown(
                codes.guid[one.code],
                codes.name[one.code],
                codes.path[one.code],
                one.segments,
                one.sources,
                one.cases,
            )
            for one in counted.members
        ),
        segments=counted.segments,
        sources=_named(corpus.sources, counted.sources),
        cases=_named(corpus.cases, counted.cases),
        all_of_them=_named(corpus.cases, counted.all_of_them),
        silent=_named(corpus.cases, counted.silent),
        unowned=counted.unowned,
    )


def _named(columns: NamedColumns, rows: Sequence[int]) -> tuple[Named, ...]:
    return tuple(Named(columns.guid[row], columns.name[row]) for row in rows)


def _code(corpus: Corpus, row: int) -> Named:
    codes = corpus.codes
    return Named(codes.guid[row], codes.name[row], codes.path[row])
