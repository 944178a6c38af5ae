"""Beginning a study, or opening one, from the workspace."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .form import Form, Name, Out

__all__ = ["BeginningsOut", "BuildingOut", "DemoForm", "NewStudy", "OpenForm"]

File = Annotated[str, Field(min_length=1, max_length=4_000)]


class NewStudy(Form):
    """An empty study: what it is called, what it asks, and the file it is to be."""

    path: File
    title: Name
    questions: list[Annotated[str, Field(max_length=1_000)]] = Field(default_factory=list)
    language: Annotated[str, Field(min_length=2, max_length=35)] = "id"
    user: Name | None = None


class OpenForm(Form):
    """The file of a study, and who works on it."""

    path: File
    user: Name | None = None


class DemoForm(Form):
    """Where the demo is to be built, and in which language."""

    path: File
    language: Literal["en", "id"] = "id"


class BuildingOut(Out):
    """How far the demo is: ``guid`` once it is there, ``failed`` where it will not be."""

    done: int
    total: int
    text: str
    failed: str | None
    guid: str | None


class BeginningsOut(Out):
    """Whether studies are begun here (not on a server that was given its own), where they would be
    put, who would work on them, and those that were opened last."""

    allowed: bool
    folder: str
    user: str
    recent: list[str]
    building: BuildingOut | None
