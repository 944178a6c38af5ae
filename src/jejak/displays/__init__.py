"""Displays: one file a kind, each a pure function from the columns of a study to a shape.

Other packages add theirs by entry points of the group ``jejak.displays``.
"""

from __future__ import annotations

from ..errors import NotFound
from ..registry import Registry
from .display import DisplayFilter, DisplayKind, Setting

__all__ = ["DISPLAYS", "DisplayFilter", "DisplayKind", "Setting", "kind_of"]

DISPLAYS: Registry[DisplayKind] = Registry(
    "displays",
    {
        "partially-ordered-meta-matrix": "jejak.displays.partly_ordered:KIND",
        "conceptually-clustered-matrix": "jejak.displays.concept_clusters:KIND",
        "framework-matrix": "jejak.displays.framework_matrix:KIND",
        "role-ordered-matrix": "jejak.displays.role_order:KIND",
        "role-by-time-matrix": "jejak.displays.role_time:KIND",
        "case-ordered-matrix": "jejak.displays.case_order:KIND",
        "two-variable-case-ordered-matrix": "jejak.displays.two_variables:KIND",
        "case-ordered-effects-matrix": "jejak.displays.ordered_effects:KIND",
        "antecedents-matrix": "jejak.displays.antecedents:KIND",
        "time-ordered-meta-matrix": "jejak.displays.time_meta:KIND",
        "checklist-matrix": "jejak.displays.checklist:KIND",
        "construct-table": "jejak.displays.construct_table:KIND",
        "content-analytic-summary": "jejak.displays.content_summary:KIND",
        "variable-by-variable-matrix": "jejak.displays.by_variable:KIND",
        "explanatory-effects-matrix": "jejak.displays.explanatory_effects:KIND",
        "effects-matrix": "jejak.displays.effects:KIND",
        "case-dynamics-matrix": "jejak.displays.case_dynamics:KIND",
        "thematic-conceptual-matrix": "jejak.displays.thematic_matrix:KIND",
        "contrast-table": "jejak.displays.contrast_table:KIND",
        "predictor-outcome-consequences": "jejak.displays.outcome_chain:KIND",
        "sequential-analyses": "jejak.displays.analysis_rounds:KIND",
        "data-accounting": "jejak.displays.accounting_log:KIND",
        "contact-summary": "jejak.displays.contact_summary:KIND",
        "document-summary": "jejak.displays.document_summary:KIND",
        "interim-case-summary": "jejak.displays.interim_case_summary:KIND",
        "case-meeting": "jejak.displays.case_meeting:KIND",
        "vignettes": "jejak.displays.vignettes:KIND",
        "poetic-display": "jejak.displays.poetic_display:KIND",
        "predictions": "jejak.displays.predictions:KIND",
        "pre-structured-case": "jejak.displays.pre_structured_case:KIND",
        "code-frequencies": "jejak.displays.code_frequencies:KIND",
        "code-cooccurrence": "jejak.displays.code_cooccurrence:KIND",
        "code-sankey": "jejak.displays.code_sankey:KIND",
        "code-line": "jejak.displays.code_line:KIND",
        "code-taxonomy": "jejak.displays.code_taxonomy:KIND",
        "codes-in-time": "jejak.displays.codes_in_time:KIND",
        "document-portrait": "jejak.displays.document_portrait:KIND",
        "scatterplot": "jejak.displays.scatterplot:KIND",
        "scatterplot-over-time": "jejak.displays.scatterplot_over_time:KIND",
        "word-cloud": "jejak.displays.word_cloud:KIND",
        "word-tree": "jejak.displays.word_tree:KIND",
        "timeline": "jejak.displays.timeline:KIND",
        "event-listing": "jejak.displays.event_listing:KIND",
        "critical-incidents": "jejak.displays.critical_incidents:KIND",
        "activity-record": "jejak.displays.activity_record:KIND",
        "composite-sequence": "jejak.displays.composite_sequence:KIND",
        "growth-gradient": "jejak.displays.growth_gradient:KIND",
        "time-ordered": "jejak.displays.time_ordered:KIND",
        "predictor-outcome": "jejak.displays.predictor_outcome:KIND",
        "substructed-variable": "jejak.displays.substructed_variable:KIND",
        "causal-network": "jejak.displays.networks.causal_network:KIND",
        "cross-case-network": "jejak.displays.networks.cross_case:KIND",
        "cognitive-map": "jejak.displays.networks.cognitive_map:KIND",
        "context-chart": "jejak.displays.networks.context_chart:KIND",
        "event-state-network": "jejak.displays.networks.event_state_network:KIND",
        "decision-tree": "jejak.displays.networks.decision_tree:KIND",
        "agreement": "jejak.displays.agreement:KIND",
        "coding-rounds": "jejak.displays.coding_rounds:KIND",
        "saturation": "jejak.displays.saturation:KIND",
        "matrix": "jejak.displays.free_matrix:KIND",
        "code-sequence": "jejak.displays.code_sequence:KIND",
        "code-attributes": "jejak.displays.code_attributes:KIND",
        "correspondence-map": "jejak.displays.correspondence_map:KIND",
        "code-map": "jejak.displays.code_map:KIND",
        "clusters": "jejak.displays.clusters:KIND",
        "third-variable": "jejak.displays.third_variable:KIND",
        "unusual-cases": "jejak.displays.unusual_cases:KIND",
        "similarity": "jejak.displays.similarity:KIND",
        "collocations": "jejak.displays.collocations:KIND",
        "keyness": "jejak.displays.keyness:KIND",
        "word-dispersion": "jejak.displays.word_dispersion:KIND",
        "word-frequencies": "jejak.displays.word_frequencies:KIND",
    },
)


def kind_of(name: str) -> DisplayKind:
    """The kind of display of that name, or whose title it is, or another in the literature
    (``folk-taxonomy``).
    Raises :class:`NotFound`, which lists those there are."""
    if name not in DISPLAYS.names():
        for kind in DISPLAYS.all().values():
            if kind.is_called(name):
                return kind
        raise NotFound(
            "no-such-display-kind",
            f"There is no kind of display “{name}”.",
            f"There are: {', '.join(DISPLAYS.names())}.",
        )
    return DISPLAYS.get(name)
