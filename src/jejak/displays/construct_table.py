"""Construct table: the properties of one construct."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind, Setting
from .literature import in_chapter
from .presets import by_setting, crossed, parts_of_one
from .skeleton import CELL, PARTS, QUOTES

__all__ = ["KIND"]

KIND = DisplayKind(
    name="construct-table",
    title=say("Construct table"),
    purpose="describe",
    about=say(
        "Use it to show the many sides of one construct: a row for each of its properties, "
        "with who says it and in which words."
    ),
    source=in_chapter("describe", say("construct table")),
    settings=(
        PARTS,
        Setting("by", say("Columns"), "attribute", default="case"),
        CELL,
        QUOTES,
    ),
    compute=crossed(
        "construct-table", say("The properties of one construct"), [parts_of_one], by_setting
    ),
    example={
        "codes": [
            "Siasat/Akun baru",
            "Siasat/Identitas palsu",
            "Siasat/Bahasa sandi",
            "Siasat/Batas diri",
            "Siasat/Saringan anggota",
            "Siasat/Reputasi",
        ]
    },
    shown="words",
)
