"""Projects of the REFI-QDA standard as other programs write them, and what makes two the same."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from jejak.errors import InvalidInput
from jejak.model.identity import as_guid, moment_of

__all__ = [
    "CODES",
    "FULL",
    "FULL_FILES",
    "USERS",
    "counted_otherwise",
    "elements",
    "guid",
    "project",
    "qdpx",
    "source",
    "valid",
]

NAMESPACE = "urn:QDA-XML:project:1.0"
_SCHEMA = Path(__file__).parent / "refi" / "Project.xsd"


def guid(number: int) -> str:
    """A GUID that tells which it is."""
    return f"00000000-0000-4000-8000-{number:012x}"


def project(inside: str, **attributes: str) -> str:
    """A project file."""
    told = "".join(
        f' {name}="{value}"'
        for name, value in ({"name": "Pasar", "origin": "Peer 1.0"} | attributes).items()
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="{NAMESPACE}"{told}>{inside}</Project>'


USERS = f'<Users><User guid="{guid(1)}" name="Ana" id="A"/></Users>'
CODES = (
    f'<CodeBook><Codes><Code guid="{guid(10)}" name="Akun" isCodable="true" color="#112233"/>'
    f'<Code guid="{guid(11)}" name="Harga" isCodable="true"/></Codes></CodeBook>'
)


def source(text: str, *selections: tuple[int, int, str], path: str = "", number: int = 100) -> str:
    """A text source whose selections are each coded with the first code: ``(start, end, name)``."""
    told = "".join(
        f'<PlainTextSelection guid="{guid(number + 1 + 2 * n)}" name="{name}" startPosition="{start}" endPosition="{end}">'
        f'<Coding guid="{guid(number + 2 + 2 * n)}" creatingUser="{guid(1)}" creationDateTime="2020-05-01T10:00:00Z">'
        f'<CodeRef targetGUID="{guid(10)}"/></Coding></PlainTextSelection>'
        for n, (start, end, name) in enumerate(selections)
    )
    content = "" if path else f"<PlainTextContent>{text}</PlainTextContent>"
    attribute = f' plainTextPath="{path}"' if path else ""
    return f'<Sources><TextSource guid="{guid(number)}" name="S-01"{attribute}>{content}{told}</TextSource></Sources>'


def qdpx(path: Path, xml: str, files: Mapping[str, bytes] | None = None) -> Path:
    """An archive with a project file and others."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", xml)
        for name, content in (files or {}).items():
            archive.writestr(name, content)
    return path


def valid(path: Path) -> list[str]:
    """What in the project file of an archive is not as the standard wants it."""
    schema = etree.XMLSchema(etree.parse(_SCHEMA))
    with zipfile.ZipFile(path) as archive:
        schema.validate(etree.fromstring(archive.read("project.qde")))
    return [str(one) for one in schema.error_log]


def elements(path: Path) -> Counter[Any]:
    """Every element of a project with its place and all that it says, however it is spelled and ordered."""
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("project.qde"))
        found = Counter(_elements(root, ()))
        names = {name.rpartition("/")[2].casefold(): name for name in archive.namelist()}
        for one in root.iter():
            for name in ("plainTextPath", "richTextPath", "path"):
                told = one.get(name, "")
                if told.startswith("internal://"):
                    file = names.get(told[11:].casefold())
                    found["file", told, archive.read(file) if file else None] += 1
    return found


def _elements(one: Any, above: tuple[str, ...]) -> Any:
    name = etree.QName(one).localname
    place = (
        *above,
        name if one.get("guid") is None else f"{name} {_same('guid', one.get('guid'))}",
    )
    told = frozenset(
        (key, _same(key, value))
        for key, value in one.attrib.items()
        if (name, key) != ("Project", "origin")
    )
    yield place, told, (one.text or "").strip() if len(one) == 0 or name == "Description" else ""
    for child in one:
        yield from _elements(child, place)


def _same(name: str, value: str) -> str:
    if name.endswith("DateTime"):
        return moment_of(value).isoformat()
    if name == "isCodable":
        return {"1": "true", "0": "false"}.get(value, value)
    if name == "color":
        return (
            value.casefold()
            if len(value) == 7
            else "#" + "".join(2 * sign for sign in value[1:].casefold())
        )
    try:
        return as_guid(value) if len(value) > 30 else value
    except InvalidInput:
        return value


_BY = f'creatingUser="{guid(1)}" creationDateTime="2020-05-01T10:00:00Z"'
_CODED = f'<Coding guid="{{}}" {_BY}><CodeRef targetGUID="{guid(12)}"/></Coding>'
# Every element and attribute of the standard at least once, and some that nobody expects.
FULL = project(
    f"""<Users><User guid="{{{guid(1).upper()}}}" name="Ana" id="A"/><User guid="{guid(2)}" name="Budi"/></Users>
<CodeBook><Codes>
<Code guid="{guid(10)}" name="Saluran" isCodable="0" color="#123"><Description>Tempat bertemu.</Description>
<NoteRef targetGUID="{guid(60)}"/>
<Code guid="{guid(12)}" name="Akun/baru" isCodable="true" color="#AABBCC"/>
<Code guid="{guid(13)}" name="Sama" isCodable="true"/><Code guid="{guid(14)}" name="Sama" isCodable="true"/>
</Code></Codes></CodeBook>
<Variables><Variable guid="{guid(20)}" name="Usia" typeOfVariable="Integer"><Description>Tahun</Description></Variable>
<Variable guid="{guid(21)}" name="Ikut" typeOfVariable="Boolean"/><Variable guid="{guid(22)}" name="Nilai" typeOfVariable="Float"/>
<Variable guid="{guid(23)}" name="Hari" typeOfVariable="Date"/><Variable guid="{guid(24)}" name="Saat" typeOfVariable="DateTime"/>
<Variable guid="{guid(25)}" name="Kota" typeOfVariable="Text"/><Variable guid="{guid(26)}" name="Tak terpakai" typeOfVariable="Text"/></Variables>
<Cases><Case guid="{guid(30)}" name="Ge"><Description>Penjual</Description><CodeRef targetGUID="{guid(12)}"/>
<VariableValue><VariableRef targetGUID="{guid(20)}"/><IntegerValue>24</IntegerValue></VariableValue>
<VariableValue><VariableRef targetGUID="{guid(21)}"/><BooleanValue>1</BooleanValue></VariableValue>
<VariableValue><VariableRef targetGUID="{guid(22)}"/><FloatValue>3.50</FloatValue></VariableValue>
<VariableValue><VariableRef targetGUID="{guid(23)}"/><DateValue>2020-05-01</DateValue></VariableValue>
<VariableValue><VariableRef targetGUID="{guid(24)}"/><DateTimeValue>2020-05-01T10:00:00</DateTimeValue></VariableValue>
<VariableValue><VariableRef targetGUID="{guid(25)}"/><TextValue>Lembayung</TextValue></VariableValue>
<SourceRef targetGUID="{guid(40)}"/><SelectionRef targetGUID="{guid(41)}"/></Case><Case guid="{guid(31)}" name="De">
<VariableValue><VariableRef targetGUID="{guid(20)}"/></VariableValue></Case></Cases>
<Sources>
<TextSource guid="{guid(40)}" name="S-01" plainTextPath="internal://a.txt" richTextPath="internal://a.docx" {_BY}
 modifyingUser="{guid(2)}" modifiedDateTime="2020-06-01T10:00:00Z" peer="1"><Description>Wawancara</Description>
<PlainTextSelection guid="{guid(41)}" name="akun 😀 baru" startPosition="0" endPosition="11" {_BY}><Description>Lucu</Description>
{_CODED.format(guid(42))}<NoteRef targetGUID="{guid(60)}"/></PlainTextSelection>
<PlainTextSelection guid="{guid(43)}" name="tanpa kode" startPosition="12" endPosition="16"/>
<PlainTextSelection guid="{guid(44)}" startPosition="0" endPosition="4"><Coding guid="{guid(45)}" creatingUser="{guid(2)}"><CodeRef targetGUID="{guid(13)}"/>
<NoteRef targetGUID="{guid(60)}"/></Coding></PlainTextSelection>
{_CODED.format(guid(46))}<NoteRef targetGUID="{guid(60)}"/>
<VariableValue><VariableRef targetGUID="{guid(25)}"/><TextValue>Daring</TextValue></VariableValue></TextSource>
<TextSource guid="{guid(47)}" name="S-02"><PlainTextContent>Teks di dalam.</PlainTextContent></TextSource>
<TextSource guid="{guid(48)}" name="S-03" plainTextPath="internal://none.txt"/>
<PictureSource guid="{guid(50)}" name="P" path="internal://p.png" currentPath="absolute:///C:/p.png" {_BY}><TextDescription guid="{guid(51)}" name="Isi gambar">
<PlainTextContent>Sebuah papan nama</PlainTextContent><PlainTextSelection guid="{guid(52)}" name="papan" startPosition="7" endPosition="12" {_BY}>{_CODED.format(guid(53))}</PlainTextSelection></TextDescription>
<PictureSelection guid="{guid(54)}" name="sudut" firstX="1" firstY="2" secondX="30" secondY="40" {_BY}>{_CODED.format(guid(55))}</PictureSelection>{_CODED.format(guid(56))}</PictureSource>
<PDFSource guid="{guid(70)}" name="D" path="internal://d.pdf"><PDFSelection guid="{guid(71)}" name="hal" page="1" firstX="10" firstY="700" secondX="90" secondY="680" {_BY}>
<Representation guid="{guid(72)}" name="r"><PlainTextContent>kata</PlainTextContent></Representation>{_CODED.format(guid(73))}</PDFSelection>
<Representation guid="{guid(74)}" name="D" plainTextPath="internal://d.txt"><PlainTextSelection guid="{guid(75)}" name="Surat" startPosition="0" endPosition="5" {_BY}>{_CODED.format(guid(76))}</PlainTextSelection></Representation></PDFSource>
<AudioSource guid="{guid(80)}" name="R" path="internal://r.mp3"><Transcript guid="{guid(81)}" name="R (teks)"><PlainTextContent>halo apa kabar</PlainTextContent>
<SyncPoint guid="{guid(82)}" timeStamp="0" position="0"/><SyncPoint guid="{guid(83)}" timeStamp="900" position="5"/><SyncPoint guid="{guid(84)}" timeStamp="2000" position="14"/>
<TranscriptSelection guid="{guid(85)}" name="apa kabar" fromSyncPoint="{guid(83)}" toSyncPoint="{guid(84)}" {_BY}>{_CODED.format(guid(86))}</TranscriptSelection></Transcript>
<AudioSelection guid="{guid(87)}" name="salam" begin="0" end="900" {_BY}>{_CODED.format(guid(88))}</AudioSelection></AudioSource>
<VideoSource guid="{guid(90)}" name="V" path="absolute:///C:/v.mp4"><VideoSelection guid="{guid(91)}" name="adegan" begin="10" end="20" {_BY}>{_CODED.format(guid(92))}</VideoSelection></VideoSource>
</Sources>
<Notes><Note guid="{guid(60)}" name="Kesan" {_BY}><PlainTextContent>Aneh &amp; baru.</PlainTextContent><PlainTextSelection guid="{guid(61)}" startPosition="0" endPosition="4">{_CODED.format(guid(62))}</PlainTextSelection></Note>
<Note guid="{guid(63)}" name="Panjang" plainTextPath="internal://n.txt" richTextPath="internal://n.docx" {_BY}><NoteRef targetGUID="{guid(60)}"/></Note></Notes>
<Links><Link guid="{guid(100)}" name="membuat" direction="Associative" color="#FF0000" originGUID="{guid(12)}" targetGUID="{guid(40)}"><NoteRef targetGUID="{guid(60)}"/></Link>
<Link guid="{guid(101)}" name="hilang" originGUID="{guid(12)}" targetGUID="{guid(999)}"/></Links>
<Sets><Set guid="{guid(110)}" name="Campur"><Description>Semua</Description><MemberCode targetGUID="{guid(12)}"/><MemberSource targetGUID="{guid(40)}"/><MemberSource targetGUID="{guid(47)}"/><MemberNote targetGUID="{guid(60)}"/></Set>
<Set guid="{guid(111)}" name="Kosong"/></Sets>
<Graphs><Graph guid="{guid(120)}" name="Peta"><Vertex guid="{guid(121)}" representedGUID="{guid(12)}" name="Akun" firstX="0" firstY="0" secondX="50" secondY="20" shape="Oval" color="#00FF00"/>
<Vertex guid="{guid(122)}" name="Lain" firstX="100" firstY="100"/><Edge guid="{guid(123)}" sourceVertex="{guid(121)}" targetVertex="{guid(122)}" name="ke" direction="Bidirectional" lineStyle="dashed"/></Graph></Graphs>
<Description>Studi pasar.</Description><NoteRef targetGUID="{guid(60)}"/><Peer xmlns="urn:peer"><Deep a="1">x</Deep></Peer>""",
    creatingUserGUID=guid(1), creationDateTime="2020-01-01T08:00:00+07:00", modifiedDateTime="2020-02-01T08:00:00Z",
    basePath="C:\\data",
)  # fmt: skip
FULL_FILES = {
    "Sources/a.txt": "akun 😀 baru, tanpa kode".encode(), "Sources/a.docx": b"PK not looked into", "Sources/p.png": b"\x89PNG",
    "Sources/d.pdf": b"%PDF", "Sources/d.txt": b"Surat edaran", "Sources/r.mp3": b"ID3", "Sources/n.txt": b"Panjang sekali.",
    "Sources/n.docx": b"PK",
}  # fmt: skip


def counted_otherwise(path: Path) -> Path:
    """A project whose positions count UTF-16 units and line ends as one, with a file that lies elsewhere."""
    text = "Pagi 😀 ramai\r\nHarga naik lagi"
    body = text.replace("\r\n", "\n")

    def units(words: str) -> int:
        return len(words.encode("utf-16-le")) // 2

    spans = [
        (units(body[: body.index(one)]), units(body[: body.index(one)] + one), one)
        for one in ("ramai", "Harga naik")
    ]
    missing = (
        f'<TextSource guid="{guid(300)}" name="S-02" plainTextPath="absolute:///C:/data/S-02.txt"/>'
    )
    sources = source("", *spans, path="internal://S-01.txt").replace(
        "</Sources>", f"{missing}</Sources>"
    )
    xml = project(USERS + CODES + sources, name="Pasar pagi", origin="Peer 22")
    return qdpx(path, xml, {"Sources/S-01.txt": text.encode()})
