"""The audit trail of a study: everything in it by Halpern's six categories, and as files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..documents.folder_page import Filed, Folder, Told, as_folder_page
from ..errors import Conflict, InvalidInput
from ..formats.file_writing import write_whole
from ..i18n import LANGUAGES, check_language, translate
from ..model import KINDS, Message, StudyInfo, say
from ..model.audit import CATEGORIES, category_of, check_category, exceptions_of
from ..model.identity import now
from ..report.audit_words import ABOUT, FOLDERS, KINDS_OF, TITLES
from ..store import Store
from .audit_files import AuditFiles, TrailFile
from .retrieval import Retrieval

__all__ = ["Audit", "Category"]

_INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Category:
    """One of the six: ``counts`` says how many there are of each kind that belongs to it, 0 where there
    is none."""

    name: str
    title: Message
    about: Message
    counts: Mapping[str, tuple[Message, int]]

    @property
    def missing(self) -> list[Message]:
        """What could lie in it and does not."""
        return [words for words, count in self.counts.values() if not count]


class Audit:
    """The audit trail of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def categories(self) -> list[Category]:
        """The six categories with what the study has of each."""
        with self._store.view() as rows:
            exceptions = exceptions_of(rows.all(StudyInfo)[0].settings)
            counts: dict[str, dict[str, int]] = {name: {} for name in CATEGORIES}
            for kind, record in KINDS.items():
                for one in rows.each(record):
                    own = counts[category_of(one, exceptions)]
                    own[kind] = own.get(kind, 0) + 1
        return [_category(name, counts[name]) for name in CATEGORIES]

    def put(self, kind: str, guid: str, category: str | None) -> str:
        """Say that something belongs to another category than its kind does; ``None`` takes that
        back. Where it belongs then. Raises :class:`InvalidInput`, :class:`NotFound`."""
        if kind not in KINDS:
            raise InvalidInput("unknown-kind", f"Nothing in a study is a “{kind}”.")
        verb = say("Say where something belongs in the audit trail")
        with self._store.write(verb, self._user) as change:
            one = change.rows.get(KINDS[kind], guid)
            info = change.rows.all(StudyInfo)[0]
            kept = exceptions_of(info.settings)
            kept.pop(one.guid, None)
            if category is not None and check_category(category) != category_of(one):
                kept[one.guid] = category
            change.set(info, settings={**info.settings, "audit": kept})
            return category_of(one, kept)

    def files(self, language: str = "en") -> list[TrailFile]:
        """The files of the trail but for its first page, in a language, as they may leave the study."""
        return self._gathered(language)[0]

    def content(self, language: str = "en") -> bytes:
        """The trail as one .zip file. Raises :class:`InvalidInput`, :class:`MissingExtra`."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as folder:
            for path, content in self._whole(language):
                folder.writestr(path, content)
        return packed.getvalue()

    def write(self, path: str | Path, language: str = "en") -> Path:
        """Write the trail to a .zip file, or to a folder that is not there yet or empty.

        Raises as :meth:`content`, and :class:`Conflict` for a folder with something in it.
        """
        path = Path(path)
        if path.suffix.lower() == ".zip":
            write_whole(path, self.content(language))
            return path
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise Conflict(
                "folder-not-empty", f"There is something in {path} already.",
                "Nothing was written. Name a folder that is new or empty, or a .zip file.",
            )  # fmt: skip
        for name, content in self._whole(language):
            file = path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, content)
        return path

    def _gathered(self, language: str) -> tuple[list[TrailFile], AuditFiles]:
        check_language(language)
        self._store.sight.apart().refuse()
        with self._store.view() as rows:
            found = Retrieval(self._store, self._user).content(
                "code:*", ".csv", language, by="code"
            )
            gathered = AuditFiles(self._store, rows, language, found)
            return list(gathered.all()), gathered

    def _whole(self, language: str) -> list[tuple[str, bytes]]:
        with self._store.view() as rows:
            files, gathered = self._gathered(language)
            title = gathered.hiding.told(rows.all(StudyInfo)[0].title)
        order = [language, *(other for other in LANGUAGES if other != language)]
        told = [_told(one, files, gathered.counts) for one in order]
        pages = [(file.path, file.content) for file in files]
        return [(_INDEX, as_folder_page(title, told)), *pages]


def _category(name: str, counts: Mapping[str, int]) -> Category:
    found = {one.kind: (one.words, counts.get(one.kind, 0)) for one in KINDS_OF[name]}
    return Category(name, TITLES[name], ABOUT[name], found)


_NAMES = {"en": say("English"), "id": say("Indonesian")}
_LEADS = (
    say(
        "Everything in the study lies in one of six folders, after Halpern (1983) as Lincoln and Guba"
        " (1985) have it, by what it is or where the researchers put it."
    ),
    say(
        "Names that are known to be real are replaced by pseudonyms. Original files, and what the study's"
        " privacy keeps in it, are not here."
    ),
)


def _told(
    language: str, files: Sequence[TrailFile], counts: Mapping[str, Mapping[str, int]]
) -> Told:
    def tell(message: Message) -> str:
        return translate(message, language)

    folders = []
    for name in CATEGORIES:
        missing = _category(name, counts[name]).missing
        words = say("Not in the study: {what}.", what=[tell(one) for one in missing])
        listed = [
            Filed(one.path, tell(one.what), "" if one.count is None else f"{one.count}")
            for one in files
            if one.category == name
        ]
        title = f"{FOLDERS[name].partition('-')[0]}. {tell(TITLES[name])}"
        folders.append(Folder(title, tell(ABOUT[name]), listed, tell(words) if missing else ""))
    heads = (tell(say("File")), tell(say("What it is")), tell(say("How many")))
    made = say("Written by Jejak on {day}.", day=now().date())
    return Told(
        language, tell(_NAMES[language]), tell(say("The audit trail")),
        [*(tell(one) for one in _LEADS), tell(made)], folders, heads,
    )  # fmt: skip
