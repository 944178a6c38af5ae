"""What is put on record when findings are tested, and the circumstances of segments."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter
from starlette.responses import Response

from ...model import Attribute, Case, Finding, Record, Segment
from ...services.evidence_ties import Shown
from ...services.verification import RECORDED, RESTING
from ..forms.form import Guid, Removed
from ..forms.records import (
    CircumstancesForm,
    QualityOut,
    ReasoningOut,
    RecordForm,
    RecordKind,
    RecordOut,
    RecordPatch,
    WordsForm,
)
from ..opened import STUDY, Coders, Here, IfMatch, Language, OpenStudy, tag

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["findings"])


@routes.get("/findings/{guid}/records", operation_id="list_records")
def list_records(here: Here, guid: Guid, coders: Coders = None) -> list[RecordOut]:
    """All that is on record of a finding: by kind, in the order it was made."""
    with here.study.store.view():
        found = here.study.verification.of(here.study.store.get(Finding, guid))
        told = [one for many in found.values() for one in many]
        return _told(here, [one for one in told if coders is None or _by(one) in coders])


@routes.post("/findings/{guid}/records", operation_id="add_record", status_code=201)
def add_record(here: Here, guid: Guid, form: RecordForm, response: Response) -> RecordOut:
    """Put something on record of a finding; said again of the same case, rival, word or component,
    it is written anew."""
    values = form.model_dump(exclude_unset=True, exclude={"kind", "words"})
    finding = here.study.store.get(Finding, guid)
    words = [_shown(one) for one in getattr(form, "words", ())]
    made = here.study.verification.add(finding, form.kind, words=words, **values)
    return tag(response, _told(here, [made])[0])


@routes.patch("/records/{kind}/{guid}", operation_id="change_record")
def change_record(
    here: Here,
    kind: RecordKind,
    guid: Guid,
    form: RecordPatch,
    revision: IfMatch,
    response: Response,
) -> RecordOut:
    """Change a record."""
    with here.made(kind, guid, revision):
        changed = here.study.verification.update(kind, guid, **form.changes())
    return tag(response, _told(here, [changed])[0])


@routes.delete("/records/{kind}/{guid}", operation_id="remove_record")
def remove_record(here: Here, kind: RecordKind, guid: Guid, revision: IfMatch) -> Removed:
    """Take a record away."""
    with here.made(kind, guid, revision) as made:
        record = here.study.store.get(RECORDED[kind], guid)
        removed = here.study.verification.remove(kind, [record.guid])
    return Removed(removed={kind: removed}, seq=made.seq)


@routes.post("/records/{kind}/{guid}/words", operation_id="show_record_words")
def show_record_words(here: Here, kind: RecordKind, guid: Guid, form: WordsForm) -> RecordOut:
    """Tie words to a surprise or a step of reasoning."""
    here.study.verification.show(kind, guid, [_shown(form)])
    return _told(here, [here.study.store.get(RECORDED[kind], guid)])[0]


@routes.delete("/records/{kind}/{guid}/words/{segment}", operation_id="hide_record_words")
def hide_record_words(here: Here, kind: RecordKind, guid: Guid, segment: Guid) -> RecordOut:
    """Take words from a surprise or a step of reasoning; the words stay."""
    here.study.verification.hide(kind, guid, [segment])
    return _told(here, [here.study.store.get(RECORDED[kind], guid)])[0]


@routes.get("/findings/{guid}/reasoning", operation_id="get_reasoning")
def get_reasoning(
    here: Here, guid: Guid, language: Language, coders: Coders = None
) -> ReasoningOut:
    """How strong the steps are that lead to a finding: as the weakest of them."""
    finding = here.study.store.get(Finding, guid)
    steps = here.study.verification.reasoning(finding, people=coders)
    return ReasoningOut.of(steps, language)


@routes.get("/segments/{guid}/circumstances", operation_id="get_circumstances")
def get_circumstances(here: Here, guid: Guid) -> QualityOut:
    """The circumstances on record for a segment."""
    segment = here.study.store.get(Segment, guid)
    return _circumstances(here, segment.guid)


@routes.put("/segments/{guid}/circumstances", operation_id="set_circumstances")
def set_circumstances(here: Here, guid: Guid, form: CircumstancesForm) -> QualityOut:
    """Record circumstances of a segment beside those it has."""
    here.study.verification.set_quality(guid, form.circumstances)
    return _circumstances(here, guid)


def _shown(form: WordsForm) -> Shown:
    return form.segment or (str(form.source), form.start or 0, form.end or 0)


def _circumstances(here: OpenStudy, segment: str) -> QualityOut:
    there = here.study.verification.quality(segment)
    return QualityOut(segment=segment, circumstances=dict(there.circumstances) if there else {})


def _told(here: OpenStudy, records: Sequence[Record]) -> list[RecordOut]:
    store = here.study.store
    names = {one.guid: one.name for one in store.all(Case)}
    names |= {one.guid: one.name for one in store.all(Attribute)}
    names |= {one.guid: one.label for one in store.all(Finding)}
    people = here.user_names()
    words = here.study.verification.shown([one.guid for one in records if one.KIND in RESTING])
    return [
        RecordOut.told(
            one,
            here.revision(one.KIND, one.guid),
            names,
            people.get(_by(one), ""),
            words.get(one.guid, ()),
        )
        for one in records
    ]


def _by(record: Record) -> str:
    """Who put it on record."""
    user: str = getattr(record, "user")  # noqa: B009
    return user
