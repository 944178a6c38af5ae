/** What happened, what led to what, and how far variables hold in cases. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { codersOf, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Happened = Schemas["HappenedOut"];
export type EventForm = Schemas["EventForm"];
export type State = Schemas["StateOut"];
export type StateForm = Schemas["StateForm"];
export type Lead = Schemas["LeadOut"];
export type LeadForm = Schemas["LeadForm"];
export type Rating = Schemas["RatingOut"];
export type RateForm = Schemas["RateForm"];
export type Grid = Schemas["RatingsOut"];
type Shown = Schemas["ShownForm"];

/** Words of a source; those of a segment or coding by its GUID. */
export interface Words {
  readonly segment?: string | null;
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** Words as they are tied to what they show. */
export const shownBy = ({ segment, source, start, end }: Words): Shown =>
  segment ? { segment, start: 0, end: 0 } : { source, start, end };

/** What is asked for of events and ratings alike; what is empty chooses nothing. */
export interface HappenedFilter {
  readonly text: string;
  readonly case: string;
  readonly since: string;
  readonly until: string;
  /** The GUID of whoever noted it. */
  readonly by: string;
}

export const NO_FILTER: HappenedFilter = { text: "", case: "", since: "", until: "", by: "" };

/** The parameters of a request; one's own alone while one codes blind. */
function useAsked(filter: HappenedFilter) {
  const seen = useSeenAnywhere();
  return {
    text: filter.text.trim(),
    since: filter.since.trim(),
    until: filter.until.trim(),
    ...(filter.case && { case: filter.case }),
    ...codersOf(seen),
    ...(filter.by && !seen.isBlind && { coders: [filter.by] }),
  };
}

/** The events in the order of time. */
export function useEvents(filter: HappenedFilter = NO_FILTER, critical = false) {
  const study = useStudyId();
  const query = { ...useAsked(filter), ...(critical && { critical }) };
  return useQuery({
    queryKey: ["events", study, query],
    placeholderData: (before: Happened[] | undefined) => before,
    retry: false,
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/events", { params: { path: { study }, query } })),
  });
}

/** One event, if a GUID is given. */
export function useEvent(guid: string | null) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["events", study, "one", guid],
    enabled: guid !== null,
    retry: false,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/events/{guid}", {
          params: { path: { study, guid: guid ?? "" } },
        }),
      ),
  });
}

/** The states in the order of time. */
export function useStates() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["events", study, "states"],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/states", { params: { path: { study } } })),
  });
}

/** A change of what happened: whatever tells of it is fetched anew, refused or not. */
function useChange<Asked, Told>(kinds: readonly string[], act: (asked: Asked) => Promise<Told>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => invalidate(queries, kinds) });
}

/** Ties passages to an event or a rating, and takes them away. */
export function useEvidenceOf(of: "events" | "ratings") {
  const study = useStudyId();
  const kinds = ["link", "segment"];
  const show = useChange(kinds, ({ guid, words }: { guid: string; words: Words }) => {
    const asked = { params: { path: { study, guid } }, body: { shown: [shownBy(words)] } };
    const told: Promise<unknown> =
      of === "events"
        ? answer(client.POST("/api/studies/{study}/events/{guid}/evidence", asked))
        : answer(client.POST("/api/studies/{study}/ratings/{guid}/evidence", asked));
    return told;
  });
  const hide = useChange(kinds, ({ guid, segment }: { guid: string; segment: string }) => {
    const asked = { params: { path: { study, guid, segment } } };
    return of === "events"
      ? answer(client.DELETE("/api/studies/{study}/events/{guid}/evidence/{segment}", asked))
      : answer(client.DELETE("/api/studies/{study}/ratings/{guid}/evidence/{segment}", asked));
  });
  return { show, hide };
}

/** Notes events, changes and removes them. */
export function useEventDoings() {
  const study = useStudyId();
  const kinds = ["event", "link"];
  const at = (one: Happened) => ({
    path: { study, guid: one.guid },
    header: ifMatch(one.revision),
  });
  return {
    add: useChange(kinds, (body: EventForm) =>
      answer(client.POST("/api/studies/{study}/events", { params: { path: { study } }, body })),
    ),
    change: useChange(kinds, ({ one, patch }: { one: Happened; patch: Schemas["EventPatch"] }) =>
      answer(client.PATCH("/api/studies/{study}/events/{guid}", { params: at(one), body: patch })),
    ),
    remove: useChange(kinds, (one: Happened) =>
      answer(client.DELETE("/api/studies/{study}/events/{guid}", { params: at(one) })),
    ),
  };
}

/** The same for states. */
export function useStateDoings() {
  const study = useStudyId();
  const kinds = ["state"];
  const at = (one: State) => ({ path: { study, guid: one.guid }, header: ifMatch(one.revision) });
  return {
    add: useChange(kinds, (body: StateForm) =>
      answer(client.POST("/api/studies/{study}/states", { params: { path: { study } }, body })),
    ),
    change: useChange(kinds, ({ one, patch }: { one: State; patch: Schemas["StatePatch"] }) =>
      answer(client.PATCH("/api/studies/{study}/states/{guid}", { params: at(one), body: patch })),
    ),
    remove: useChange(kinds, (one: State) =>
      answer(client.DELETE("/api/studies/{study}/states/{guid}", { params: at(one) })),
    ),
  };
}

/** Says what leads to what, and takes it back. */
export function useLeads() {
  const study = useStudyId();
  return {
    lead: useChange(["relation"], (body: LeadForm) =>
      answer(client.POST("/api/studies/{study}/leads", { params: { path: { study } }, body })),
    ),
    unlead: useChange(["relation"], (guid: string) =>
      answer(
        client.DELETE("/api/studies/{study}/leads/{guid}", { params: { path: { study, guid } } }),
      ),
    ),
  };
}

/** Cases by rated variables, or one variable, with the ratings that are asked for. */
export function useRatings(filter: HappenedFilter = NO_FILTER, variable = "") {
  const study = useStudyId();
  const query = { ...useAsked(filter), ...(variable && { variable }) };
  return useQuery({
    queryKey: ["ratings", study, query],
    placeholderData: (before: Grid | undefined) => before,
    retry: false,
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/ratings", { params: { path: { study }, query } })),
  });
}

/** The extreme and the typical cases of a variable. */
export function useExtremes(variable: string) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["ratings", study, "extremes", variable],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/ratings/extremes", {
          params: { path: { study }, query: { variable } },
        }),
      ),
  });
}

/** Rates cases, changes and removes ratings. */
export function useRatingDoings() {
  const study = useStudyId();
  const kinds = ["rating", "value", "link"];
  const at = (one: Rating) => ({ path: { study, guid: one.guid }, header: ifMatch(one.revision) });
  return {
    rate: useChange(kinds, (body: RateForm) =>
      answer(client.POST("/api/studies/{study}/ratings", { params: { path: { study } }, body })),
    ),
    change: useChange(kinds, ({ one, patch }: { one: Rating; patch: Schemas["RatingPatch"] }) =>
      answer(client.PATCH("/api/studies/{study}/ratings/{guid}", { params: at(one), body: patch })),
    ),
    remove: useChange(kinds, (one: Rating) =>
      answer(client.DELETE("/api/studies/{study}/ratings/{guid}", { params: at(one) })),
    ),
  };
}
