"""Summary forms of sources and cases: filled beside the material, kept as memos of kind *summary*."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..errors import Conflict, InvalidInput
from ..i18n import check_language
from ..model import KINDS, Case, Link, Memo, Question, Source, say
from ..store import Change, Rows, Store
from ..store.revisions import revisions
from .form_templates import Form, form, forms
from .form_text import Asked, asked_of, is_filled, read_form, write_form
from .memo_files import form_table, memo_file, table_file

__all__ = ["Filled", "Forms", "Sheet"]


@dataclass(frozen=True, slots=True)
class Filled:
    """A form of a source or case: what it asks, what was written, and the memo that holds it.

    ``values`` are by the name of what is asked; ``other`` is whatever else stands in the memo.
    ``revision`` is 0 while there is no memo yet.
    """

    form: Form
    asked: tuple[Asked, ...]
    values: Mapping[str, str]
    other: str
    memo: Memo | None
    revision: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A source or case with the forms that are filled for it: form name -> GUID of the memo."""

    kind: str
    guid: str
    name: str
    of: str
    forms: Mapping[str, str]


class Forms:
    """The summary forms of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def all(self) -> tuple[Form, ...]:
        """The forms there are."""
        return forms()

    def asked(self, name: str) -> list[Asked]:
        """What a form asks in this study. Raises :class:`NotFound`."""
        with self._store.read() as rows:
            return _asked(rows, form(name))

    def read(self, kind: str, guid: str, name: str) -> Filled:
        """A form as it is filled for the source or case of that GUID. Raises :class:`NotFound`,
        :class:`InvalidInput` (a form about something else)."""
        wanted = _checked(name, kind)
        with self._store.view() as rows:
            rows.get(KINDS[kind], guid)
            return _filled(rows, wanted, guid)

    def fill(
        self,
        kind: str,
        guid: str,
        name: str,
        values: Mapping[str, str],
        language: str = "en",
        *,
        expected: int | None = None,
    ) -> Filled:
        """Write fields of a form, in one change; an empty text takes a field out again.

        Fields that are not given stay as they are, and so does whatever else stands in the memo.
        New headings are in ``language``. Raises :class:`NotFound`, :class:`InvalidInput`, and
        :class:`Conflict` where the form stands no more at the revision ``expected``.
        """
        wanted, language = _checked(name, kind), check_language(language)
        with self._store.read() as rows:
            owner = rows.get(KINDS[kind], guid)
        title = f"{wanted.title[language]}: {getattr(owner, 'name', '')}"
        verb = say("Fill in “{title}”", title=title)
        with self._store.write(verb, self._user) as change:
            now = _filled(change.rows, wanted, guid)
            _check(now, values, expected)
            given = {field: text.replace("\r\n", "\n") for field, text in values.items()}
            body = now.memo.body if now.memo else ""
            body = write_form(wanted, now.asked, body, given, language)
            if now.memo is not None:
                change.set(now.memo, body=body)
            elif any(text.strip() for text in given.values()):
                _begin(change, Memo(title=title, body=body, kind="summary", user=self._user), owner)
        return self.read(kind, guid, name)

    def sheets(self, of: str = "source", *, missing: bool = False) -> list[Sheet]:
        """Every source (or case) with its forms; with ``missing`` those without any."""
        with self._store.view() as rows:
            owners: list[Case] | list[Source] = rows.all(Source)
            if of == "case":
                owners = rows.all(Case)
            filled = _all_filled(rows)
            found = [
                Sheet(of, one.guid, one.name, one.kind, filled.get(one.guid, {})) for one in owners
            ]
        return [one for one in found if not (missing and one.forms)]

    def file(
        self, ending: str, name: str | None = None, owner: str | None = None, language: str = "en"
    ) -> bytes:
        """Filled forms as a file (.docx, .md, .csv, .xlsx): all, those of a name, or of one source
        or case by GUID. A table has a column for each field of the form that is named.

        Raises :class:`NotFound`, :class:`InvalidInput`, :class:`MissingExtra`.
        """
        with self._store.view() as rows:
            wanted = None if name is None else form(name)
            memos = [
                guid
                for target, filled in _all_filled(rows).items()
                if owner in {None, target}
                for which, guid in filled.items()
                if wanted is None or which == wanted.name
            ]
            if wanted is not None and ending.lower() in {".csv", ".xlsx"}:
                asked = _asked(rows, wanted)
                return table_file(rows, ending, *form_table(rows, asked, memos, language))
            return memo_file(rows, rows.among(Memo, "guid", memos), ending, language)


def _checked(name: str, kind: str) -> Form:
    found = form(name)
    if found.of != kind:
        raise InvalidInput("wrong-form", f"“{found.title['en']}” is no form of a {kind}.")
    return found


def _check(now: Filled, values: Mapping[str, str], expected: int | None) -> None:
    names = {one.name for one in now.asked}
    unknown = [name for name in values if name not in names]
    if unknown:
        raise InvalidInput(
            "unknown-field", f"The form has no field “{unknown[0]}”.", f"Use: {', '.join(names)}."
        )
    if expected is not None and expected != now.revision:
        raise Conflict(
            "stale-revision",
            "This form was changed since you saw it.",
            "Nothing was changed. Look at it as it is now, then decide again.",
        )


def _asked(rows: Rows, wanted: Form) -> list[Asked]:
    questions = sorted(rows.all(Question), key=lambda question: question.position)
    return asked_of(wanted, [(one.guid, one.text) for one in questions])


def _filled(rows: Rows, wanted: Form, owner: str) -> Filled:
    asked = tuple(_asked(rows, wanted))
    links = rows.all(Link, role="memo", target=owner)
    memos = rows.among(Memo, "guid", [link.owner for link in links])
    memo = next((m for m in memos if m.kind == "summary" and is_filled(wanted, m.body)), None)
    values, other = read_form(asked, _below_title(memo.body)) if memo else ({}, "")
    revision = revisions(rows, Memo.KIND, [memo.guid])[memo.guid] if memo else 0
    return Filled(wanted, asked, values, other, memo, revision)


def _below_title(body: str) -> str:
    return body.lstrip("\n").partition("\n")[2]


def _begin(change: Change, memo: Memo, owner: object) -> None:
    assert isinstance(owner, Source | Case)
    change.add(memo)
    change.add(
        Link(
            role="memo", owner_kind="memo", owner=memo.guid, target_kind=owner.KIND,
            target=owner.guid,
        )
    )  # fmt: skip


def _all_filled(rows: Rows) -> dict[str, dict[str, str]]:
    """What is filled: GUID of the source or case -> form name -> GUID of the memo."""
    names = {
        memo.guid: found.name
        for memo in rows.all(Memo, kind="summary")
        for found in forms()
        if is_filled(found, memo.body)
    }
    found: dict[str, dict[str, str]] = {}
    for link in rows.among(Link, "owner", names):
        if link.role == "memo" and link.target_kind in {Source.KIND, Case.KIND}:
            found.setdefault(link.target, {}).setdefault(names[link.owner], link.owner)
    return found
