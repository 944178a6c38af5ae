"""Codings: putting codes on words, changing and taking them away."""

from __future__ import annotations

from fastapi import APIRouter

from ...model import Coding, Source
from ...services.autocode import Rule
from ..columns import columns_of
from ..forms.codings import (
    Coded,
    CodingForm,
    CodingPatch,
    CodingRule,
    CodingsChanged,
    CodingsPatch,
    CodingsRemoval,
    CodingsRemoved,
    RuleApplied,
)
from ..forms.form import Guid
from ..opened import STUDY, Here, IfMatch, OpenStudy

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["codings"])


@routes.post("/codings", operation_id="add_codings")
def add_codings(here: Here, form: CodingForm) -> Coded:
    """Put one or more codes on a stretch of a source."""
    with here.made() as made, here.study.store.expecting_text(form.source, form.text):
        source = here.study.store.get(Source, form.source)
        start, end = _span(here, source, form)
        applied = here.study.coding.apply(
            source, start, end, form.codes, weight=form.weight, memo=form.memo, origin=form.origin
        )
    return Coded(seq=made.seq, codings=columns_of(here.study, [one.coding.guid for one in applied]))


@routes.patch("/codings/{guid}", operation_id="change_coding")
def change_coding(here: Here, guid: Guid, form: CodingPatch, revision: IfMatch) -> Coded:
    """Move a coding's boundaries, weigh it, or give it another code."""
    source = here.study.coding.source_of(guid)
    with (
        here.made(Coding.KIND, guid, revision) as made,
        here.study.store.expecting_text(source, form.text or None),
    ):
        here.study.coding.update(guid, **form.changes("text"))
    return Coded(seq=made.seq, codings=columns_of(here.study, [guid]))


@routes.post("/codings/remove", operation_id="remove_codings")
def remove_codings(here: Here, form: CodingsRemoval) -> CodingsRemoved:
    """Take codings away, in one step."""
    with here.made() as made:
        wanted = list(dict.fromkeys(form.codings))
        removed = here.study.coding.remove(wanted) if wanted else 0
    return CodingsRemoved(removed=removed, seq=made.seq)


@routes.post("/codings/change", operation_id="change_codings")
def change_codings(here: Here, form: CodingsPatch) -> CodingsChanged:
    """Give many codings another code, their words further codes, or another weight, in one step."""
    recoding = here.study.recoding
    if form.code:
        done = recoding.give(form.codings, form.code)
    elif form.add:
        done = recoding.add(form.codings, form.add)
    else:
        done = recoding.weigh(form.codings, form.weight)
    return CodingsChanged(changed=done.changed, seq=done.seq)


@routes.post("/codings/rule", operation_id="code_by_rule")
def code_by_rule(here: Here, form: CodingRule) -> RuleApplied:
    """Code whatever a rule matches, or (``dry_run``) only count it."""
    rule = Rule(
        form.code, form.text, form.regex, form.speaker, form.query, form.unit,
        spans=tuple((one.source, one.start, one.end) for one in form.spans),
        within=form.within, case_sensitive=form.case_sensitive,
        sources=None if form.sources is None else tuple(form.sources),
        coders=None if form.coders is None else tuple(form.coders),
    )  # fmt: skip
    done = here.study.autocoding.apply(rule, dry_run=form.dry_run)
    sources = len({source for source, _, _ in done.spans})
    return RuleApplied(
        found=len(done.spans), sources=sources, fresh=done.fresh, coded=done.coded, seq=done.seq
    )


def _span(here: OpenStudy, source: Source, form: CodingForm) -> tuple[int, int]:
    if form.quote is not None:
        return here.study.coding.locate(source, form.quote, form.prefix, form.suffix)
    assert form.start is not None
    assert form.end is not None
    return form.start, form.end
