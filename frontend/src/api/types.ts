/** The server's shapes by their short names. */

import type { components } from "./schema";

type Schemas = components["schemas"];

export type Study = Schemas["StudyOut"];
export type Source = Schemas["SourceOut"];
export type SourcePatch = Schemas["SourcePatch"];
export type SourceKind = NonNullable<Schemas["SourcePatch"]["kind"]>;
export type SourceStatus = NonNullable<Schemas["SourcePatch"]["status"]>;
export type SourcesChange = Omit<Schemas["SourcesChange"], "guids" | "all" | "but">;
export type SourceCard = Schemas["SourceCardOut"];
export type Facets = Schemas["Facets"];
export type SourceText = Schemas["TextOut"];
export type Codings = Schemas["CodingColumns"];
export type Import = Schemas["ImportOut"];
export type Project = Schemas["ProjectOut"];
export type Exchanged = Schemas["ExchangeOut"];
export type Export = Schemas["ExportOut"];
export type ExportForm = Schemas["ExportFormOut"];
export type Staged = Schemas["StagedOut"];
export type Said = Schemas["FileSaid"];
export type Code = Schemas["CodeOut"];
export type CodePatch = Schemas["CodePatch"];
export type CodeForm = Schemas["CodeForm"];
export type Case = Schemas["CaseOut"];
export type CasePatch = Schemas["CasePatch"];
export type Memo = Schemas["MemoOut"];
export type Segment = Schemas["SegmentOut"];
export type Finding = Schemas["FindingOut"];
export type EvidenceForm = Schemas["EvidenceForm"];
export type Change = Schemas["EventOut"];
