/** The table of cases as columns, its values and attributes; what is written shows at once. */

import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, BASE, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import { problemOf } from "./problem";
import type { components } from "./schema";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type CaseColumns = Schemas["CaseColumns"];
export type Attribute = Schemas["AttributeOut"];
export type AttributeType = NonNullable<Schemas["AttributeForm"]["type"]>;
export type AttributePatch = Schemas["AttributePatch"];
export type CaseRow = Schemas["CaseRowForm"];
export type CaseTableReport = Schemas["CaseTableOut"];
export type ReadTable = Schemas["ReadTable"];
export type Misfit = Schemas["MisfitOut"];

export const ATTRIBUTE_TYPES: readonly AttributeType[] = [
  "text",
  "number",
  "date",
  "time",
  "boolean",
  "list",
  "rating",
];

/** Types whose values are some of the options. */
export const CHOSEN: readonly AttributeType[] = ["list", "rating"];

const columnsKey = (study: string) => ["cases", study, "columns"] as const;

/** All cases, a list for each field. */
export function useCaseColumns() {
  const study = useStudyId();
  return useQuery({
    queryKey: columnsKey(study),
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/cases/columns", { params: { path: { study } } })),
  });
}

/** The attributes of cases or of sources, in their order. */
export function useAttributesOf(of: "case" | "source") {
  const study = useStudyId();
  return useQuery({
    queryKey: ["cases", study, "attributes", of],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/attributes", {
          params: { path: { study }, query: { of } },
        }),
      ),
  });
}

type Values = Record<string, (string | null)[]>;

/** Writes a row's values into columns, each of which is copied once. */
function putValues(
  values: Values,
  before: CaseColumns,
  at: number,
  row: CaseRow,
  byName: ReadonlyMap<string, string>,
): void {
  for (const [key, value] of Object.entries(row.values ?? {})) {
    const guid = byName.get(key);
    if (guid === undefined) continue;
    if (!values[guid] || values[guid] === before.values[guid]) {
      values[guid] = [...(before.values[guid] ?? before.guid.map(() => null))];
    }
    values[guid][at] = value === "" ? null : (value ?? null);
  }
}

/** The columns with some rows written over. */
export function overwritten(
  columns: CaseColumns,
  rows: readonly CaseRow[],
  attributes: readonly Attribute[],
): CaseColumns {
  const place = new Map(columns.guid.map((guid, at) => [guid, at]));
  const byName = new Map(attributes.map(({ name, guid }) => [name, guid]));
  const name = [...columns.name];
  const kind = [...columns.kind];
  const values: Values = { ...columns.values };
  for (const row of rows) {
    const at = row.guid ? place.get(row.guid) : undefined;
    if (at === undefined) continue;
    name[at] = row.name ?? name[at] ?? "";
    kind[at] = row.kind ?? kind[at] ?? "";
    putValues(values, columns, at, row, byName);
  }
  return { ...columns, name, kind, values };
}

interface Filling {
  readonly rows: readonly CaseRow[];
  readonly types?: Record<string, AttributeType>;
}

const fill = (study: string, { rows, types = {} }: Filling, dry_run: boolean) =>
  answer(
    client.POST("/api/studies/{study}/cases/table", {
      params: { path: { study } },
      body: { rows: [...rows], types, dry_run },
    }),
  );

/** What rows would do, without writing them. */
export function useRehearseCases() {
  const study = useStudyId();
  return useMutation({ mutationFn: (filling: Filling) => fill(study, filling, true) });
}

function restored(queries: QueryClient, study: string) {
  const before = queries.getQueryData<CaseColumns>(columnsKey(study));
  return () => before && queries.setQueryData(columnsKey(study), before);
}

/** Writes rows as one change; those of cases that are there show at once. */
export function useFillCases() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (filling: Filling) => fill(study, filling, false),
    onMutate: ({ rows }) => {
      void queries.cancelQueries({ queryKey: columnsKey(study) });
      const undo = restored(queries, study);
      const attributes = queries.getQueryData<Attribute[]>(["cases", study, "attributes", "case"]);
      queries.setQueryData<CaseColumns>(columnsKey(study), (now) =>
        now ? overwritten(now, rows, attributes ?? []) : now,
      );
      return undo;
    },
    onError: (_error, _filling, undo) => undo?.(),
    onSettled: () => invalidate(queries, ["case", "value", "attribute"]),
  });
}

export function useRemoveCases() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (guids: string[]) =>
      answer(
        client.POST("/api/studies/{study}/cases/remove", {
          params: { path: { study } },
          body: { guids },
        }),
      ),
    onSettled: () => invalidate(queries, ["case"]),
  });
}

/** Reads a table file without writing anything. */
export function useReadTable() {
  const study = useStudyId();
  return useMutation({
    mutationFn: async (file: File): Promise<ReadTable> => {
      const body = new FormData();
      body.append("files", file, file.name);
      const sent = await fetch(`${BASE}/api/studies/${study}/cases/read`, { method: "POST", body });
      if (!sent.ok) throw await problemOf(sent);
      return (await sent.json()) as ReadTable;
    },
  });
}

export function useAddAttribute() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["AttributeForm"]) =>
      answer(client.POST("/api/studies/{study}/attributes", { params: { path: { study } }, body })),
    onSettled: () => invalidate(queries, ["attribute"]),
  });
}

export function useChangeAttribute() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ one, patch }: { one: Attribute; patch: AttributePatch }) =>
      answer(
        client.PATCH("/api/studies/{study}/attributes/{guid}", {
          params: { path: { study, guid: one.guid }, header: ifMatch(one.revision) },
          body: patch,
        }),
      ),
    onSettled: () => invalidate(queries, ["attribute", "value"]),
  });
}

export function useRemoveAttribute() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (one: Attribute) =>
      answer(
        client.DELETE("/api/studies/{study}/attributes/{guid}", {
          params: { path: { study, guid: one.guid }, header: ifMatch(one.revision) },
        }),
      ),
    onSettled: () => invalidate(queries, ["attribute", "value"]),
  });
}

export function useArrangeAttributes() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (guids: string[]) =>
      answer(
        client.PUT("/api/studies/{study}/attributes/order", {
          params: { path: { study } },
          body: { guids },
        }),
      ),
    onSettled: () => invalidate(queries, ["attribute"]),
  });
}

/** The values that would not fit an attribute if it were otherwise. */
export function useMisfits(guid: string | null, type: AttributeType, options: readonly string[]) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["cases", study, "misfits", guid, type, options],
    enabled: guid !== null,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/attributes/{guid}/misfits", {
          params: { path: { study, guid: guid ?? "" }, query: { type, option: [...options] } },
        }),
      ),
    select: ({ misfits }) => misfits,
  });
}
