"""The queries behind cells: for a code, for a group, for both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..analysis.query.compare import canonical, value_test
from ..errors import InvalidInput
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.query import CodeIs, CoderIs, Compare, Not, Or, Query

__all__ = ["CodeQueries", "group_terms", "in_cases", "in_sources"]


class CodeQueries:
    """Codes as a query names them: by path, by GUID where two have the same path."""

    def __init__(self, corpus: Corpus) -> None:
        self._codes = corpus.codes
        self._paths = Counter(name_key(path) for path in corpus.codes.path)

    def code(self, row: int, *, below: bool) -> CodeIs:
        """One code, with all below it or alone."""
        path = self._codes.path[row]
        alone = self._paths[name_key(path)] == 1
        return CodeIs(path if alone else self._codes.guid[row], below)

    def codes(self, rows: Iterable[int]) -> Query:
        """Any of these codes, each alone; a code with all below it is written as such."""
        wanted, terms = set(rows), list[Query]()
        row = 0
        for row_ in sorted(wanted):
            if row_ < row:
                continue
            last = int(self._codes.last[row_])
            whole = all(under in wanted for under in range(row_, last))
            terms.append(self.code(row_, below=whole and last > row_ + 1))
            row = last if whole else row_ + 1
        return terms[0] if len(terms) == 1 else Or(tuple(terms))


def in_cases(corpus: Corpus, cases: Iterable[int]) -> Query:
    """Whatever is of one of these cases."""
    return _is("case", "", [corpus.cases.name[case] for case in cases])


def in_sources(corpus: Corpus, sources: Iterable[int]) -> Query:
    """Whatever is in one of these sources."""
    return _is("source", "", [corpus.sources.name[source] for source in sources])


def group_terms(corpus: Corpus, of: str, name: str, label: str | None) -> tuple[Query, ...]:
    """What makes a coding one of the group that ``group_by(corpus, of, name)`` labels so."""
    if of == "study":
        return ()
    if of == "coder":
        return (CoderIs(_coder(corpus, str(label))),)
    if name == "name":
        return (_is(of, "", [str(label)]),)
    if label is None:
        unknown = Not(Compare(of, name, "contains", ("",)))
        return (Compare("case", "", "contains", ("",)), unknown) if of == "case" else (unknown,)
    return _valued(corpus, of, name, label)


def _valued(corpus: Corpus, of: str, name: str, label: str) -> tuple[Query, ...]:
    """``=`` the value, but for the values inside it: ``2020`` as a date takes all of the year in."""
    kind, values, options = _column(corpus, of, name)
    same = Compare(of, name, "=", (label,))
    try:
        passes = value_test(same, kind, options)
    except InvalidInput:  # no value of that type, though it stands there: imported as it was
        return _owners(corpus, of, values, label)
    if kind != "date":
        return (same,)
    period = canonical(label, kind)
    inside = {value for value in values if value is not None and passes(value)}
    others = sorted(value for value in inside if canonical(value, kind) != period)
    return (same, Not(_is(of, name, others))) if others else (same,)


def _owners(
    corpus: Corpus, of: str, values: tuple[str | None, ...], label: str
) -> tuple[Query, ...]:
    owners, key = corpus.cases if of == "case" else corpus.sources, name_key(label)
    names = [
        owner
        for owner, value in zip(owners.name, values, strict=True)
        if value is not None and name_key(value) == key
    ]
    return (_is(of, "", names),)


def _column(
    corpus: Corpus, of: str, name: str
) -> tuple[str, tuple[str | None, ...], tuple[str, ...]]:
    owners, key = corpus.cases if of == "case" else corpus.sources, name_key(name)
    if key in owners.facets:
        return ("date" if key == "collected" else "text"), owners.facets[key], ()
    found = next(a for a in corpus.attributes if a.of == of and name_key(a.name) == key)
    return found.type, found.value, found.options


def _is(of: str, name: str, values: list[str]) -> Query:
    operator = "=" if len(values) == 1 else "in"
    return Compare(of, name, operator, tuple(values))


def _coder(corpus: Corpus, name: str) -> str:
    """The name, or the GUID where another has it too, as name or initials."""
    users, key = corpus.users, name_key(name)
    row = users.name.index(name)
    short = users.facets.get("initials", (None,) * len(users.guid))
    answering = [
        guid
        for guid, full, initials in zip(users.guid, users.name, short, strict=True)
        if key == name_key(full) or key == name_key(initials or "")
    ]
    return name if len(answering) == 1 else users.guid[row]
