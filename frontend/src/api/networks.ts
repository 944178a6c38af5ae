/** What is drawn by hand in a display. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { authorsOf, type Seen, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Network = Schemas["NetworkOut"];
export type Box = Schemas["NodeOut"];
export type Arrow = Schemas["EdgeOut"];
export type Flaw = Schemas["FlawOut"];
export type Ground = Schemas["GroundOut"];
export type Sign = Arrow["sign"];
export type Level = NonNullable<Box["level"]>;
export type BoxKind = Box["kind"];
export type StandsFor = Schemas["StandsForForm"];
export type Draft = Schemas["DraftOut"];
export interface Spot {
  node: string;
  x: number;
  y: number;
}

const keyOf = (study: string, display: string, { coders }: Seen) => [
  "networks",
  study,
  display,
  currentLanguage(),
  coders,
];

export function useNetwork(display: string) {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey: keyOf(study, display, seen),
    enabled: seen.isKnown,
    retry: false,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/displays/{guid}/network", {
          params: { path: { study, guid: display }, query: authorsOf(seen) },
        }),
      ),
  });
}

export function useDraft(display: string, enabled: boolean) {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey: [...keyOf(study, display, seen), "draft"],
    enabled: enabled && seen.isKnown,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/displays/{guid}/draft", {
          params: { path: { study, guid: display }, query: authorsOf(seen) },
        }),
      ),
  });
}

export type Mediator = Schemas["MediatorOut"];

/** Codes that may stand between the ends of an arrow. */
export function useMediators(arrow: string) {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey: ["networks", study, "between", arrow, seen.coders],
    enabled: seen.isKnown,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/edges/{guid}/between", {
          params: { path: { study, guid: arrow }, query: authorsOf(seen) },
        }),
      ),
  });
}

/** Where a passage is: a segment, or a stretch of a source. */
export type Place = { segment: string } | { source: string; start: number; end: number };

/** Everything that can be drawn, changed and taken away, each one step to undo. */
export function useDrawing(display: string) {
  const study = useStudyId();
  const queries = useQueryClient();
  const seen = useSeenAnywhere();
  const queryKey = keyOf(study, display, seen);
  const onSettled = () => invalidate(queries, ["node", "edge"]);
  const path = { study, guid: display };
  const query = authorsOf(seen);
  const held = () => queries.getQueryData<Network>(queryKey);
  /** What is said of a part is there at once; its revision follows with the answer. */
  const hold = (guid: string, body: object) =>
    queries.setQueryData<Network>(queryKey, (now) => now && withPart(now, guid, body));
  const revision = ({ guid, revision }: Box | Arrow) =>
    [...(held()?.nodes ?? []), ...(held()?.edges ?? [])].find((one) => one.guid === guid)
      ?.revision ?? revision;
  const saying = {
    scope: { id: "parts" },
    onMutate: ({ of, about: _, ...body }: { of: Box | Arrow; about?: unknown }) => {
      void queries.cancelQueries({ queryKey, exact: true });
      hold(of.guid, body);
    },
    onSuccess: (now: Box | Arrow) => hold(now.guid, now),
    onSettled,
  };
  const addBox = useMutation({
    mutationFn: (body: Schemas["NodeForm"]) =>
      answer(client.POST("/api/studies/{study}/displays/{guid}/nodes", { params: { path }, body })),
    onSettled,
  });
  const changeBox = useMutation({
    ...saying,
    mutationFn: ({ of, ...body }: { of: Box } & Partial<Schemas["NodePatch"]>) =>
      answer(
        client.PATCH("/api/studies/{study}/nodes/{guid}", {
          params: { path: { study, guid: of.guid }, header: ifMatch(revision(of)) },
          body: body as Schemas["NodePatch"],
        }),
      ),
  });
  const addArrow = useMutation({
    mutationFn: (
      body: Pick<Schemas["EdgeForm"], "origin" | "target"> & Partial<Schemas["EdgeForm"]>,
    ) =>
      answer(
        client.POST("/api/studies/{study}/displays/{guid}/edges", {
          params: { path },
          body: body as Schemas["EdgeForm"],
        }),
      ),
    onSettled,
  });
  const changeArrow = useMutation({
    ...saying,
    mutationFn: ({ of, ...body }: { of: Arrow } & Partial<Schemas["EdgePatch"]>) =>
      answer(
        client.PATCH("/api/studies/{study}/edges/{guid}", {
          params: { path: { study, guid: of.guid }, header: ifMatch(revision(of)) },
          body: body as Schemas["EdgePatch"],
        }),
      ),
  });
  const place = useMutation({
    scope: { id: "places" },
    mutationFn: (places: Spot[]) =>
      answer(
        client.PUT("/api/studies/{study}/displays/{guid}/places", {
          params: { path, query },
          body: { places },
        }),
      ),
    onMutate: (places) => {
      void queries.cancelQueries({ queryKey, exact: true });
      const spots = new Map(places.map((one) => [one.node, one]));
      queries.setQueryData<Network>(
        queryKey,
        (now) =>
          now && {
            ...now,
            nodes: now.nodes.map((node) => ({ ...node, ...spotOf(spots.get(node.guid)) })),
          },
      );
    },
    onSettled,
  });
  const putBetween = useMutation({
    mutationFn: ({ of, ...body }: { of: Arrow } & ({ code: string } | { label: string })) =>
      answer(
        client.POST("/api/studies/{study}/edges/{guid}/between", {
          params: { path: { study, guid: of.guid }, header: ifMatch(revision(of)) },
          body: body as Schemas["BetweenForm"],
        }),
      ),
    onSettled,
  });
  const remove = useMutation({
    // After what was moved just before.
    scope: { id: "places" },
    mutationFn: (body: { nodes?: string[]; edges?: string[] }) =>
      answer(
        client.POST("/api/studies/{study}/displays/{guid}/parts/remove", {
          params: { path },
          body: { nodes: [], edges: [], ...body },
        }),
      ),
    onSettled,
  });
  const addGround = useMutation({
    mutationFn: (body: { node?: string; edge?: string } & Place) =>
      answer(
        client.POST("/api/studies/{study}/displays/{guid}/grounds", {
          params: { path, query },
          body: body as Schemas["GroundForm"],
        }),
      ),
    onSettled,
  });
  const removeGround = useMutation({
    mutationFn: (link: string) =>
      answer(
        client.DELETE("/api/studies/{study}/grounds/{guid}", {
          params: { path: { study, guid: link } },
        }),
      ),
    onSettled,
  });
  const drawDraft = useMutation({
    mutationFn: (keys: string[]) =>
      answer(
        client.POST("/api/studies/{study}/displays/{guid}/draft", {
          params: { path, query },
          body: { keys },
        }),
      ),
    onSettled,
  });
  return {
    addBox,
    changeBox,
    addArrow,
    changeArrow,
    place,
    putBetween,
    remove,
    addGround,
    removeGround,
    drawDraft,
  };
}

/** A network in which other things are said of one box or arrow. */
function withPart(network: Network, guid: string, body: object): Network {
  const said = <T extends { guid: string }>(one: T): T =>
    one.guid === guid ? { ...one, ...body } : one;
  return { ...network, nodes: network.nodes.map(said), edges: network.edges.map(said) };
}

const spotOf = (spot: Spot | undefined) => (spot ? { x: spot.x, y: spot.y } : {});

export type Drawing = ReturnType<typeof useDrawing>;
