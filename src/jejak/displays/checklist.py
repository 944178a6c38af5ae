"""Checklist matrix: the parts of one variable."""

from __future__ import annotations

from dataclasses import replace

from ..model.message import say
from .display import DisplayKind, Setting
from .literature import in_chapter
from .presets import by_setting, crossed, parts_of_one
from .skeleton import CELL, PARTS, QUOTES

__all__ = ["KIND"]

KIND = DisplayKind(
    name="checklist-matrix",
    title=say("Checklist matrix"),
    purpose="explore",
    about=say(
        "Use it for one variable with several parts: each part down, each person or group "
        "across, with how much and one quotation."
    ),
    source=in_chapter("explore", say("checklist matrix")),
    settings=(
        PARTS,
        Setting("by", say("Columns"), "attribute", default="case"),
        CELL,
        replace(QUOTES, default="1"),
    ),
    compute=crossed(
        "checklist-matrix", say("The parts of one variable"), [parts_of_one], by_setting
    ),
    example={"codes": ["Triple-A/Aksesibilitas", "Triple-A/Keterjangkauan", "Triple-A/Anonimitas"]},
    shown="words",
)
