/**
 * Copies of the study that were worked on apart, brought in. They go straight to the server, not through
 * the queue of writes: what is large would hold up all the rest.
 */

import { currentLanguage } from "../lib/i18n";
import { BASE } from "./client";
import { problemOf } from "./problem";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Merge = Schemas["MergeOut"];
export type Merged = Schemas["MergedOut"];
export type MergePlan = Schemas["MergePlanOut"];
export type Clash = Schemas["ClashOut"];
export type Choice = Clash["choices"][number];
/** What stays of each clash, by its key. */
export type Choices = Readonly<Record<string, Choice>>;

/** Half of a character, which no address can hold. */
const HALF = /\p{Surrogate}/gu;

async function ask(method: string, study: string, path: string, body?: BodyInit, type?: string) {
  const response = await fetch(`${BASE}/api/studies/${study}/merges${path}`, {
    method,
    headers: { "Accept-Language": currentLanguage(), ...(type && { "Content-Type": type }) },
    ...(body !== undefined && { body }),
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** Sends a copy; the browser reads it from its disk as it goes. */
export async function sendCopy(study: string, file: File): Promise<Merge> {
  const name = encodeURIComponent(file.name.replace(HALF, "\ufffd") || "-");
  return (await ask("POST", study, `?name=${name}`, file, "application/octet-stream")).json();
}

/** What would come by these choices; `prefer` makes all that are not among them. */
export async function planMerge(
  study: string,
  guid: string,
  choices: Choices,
  prefer: "ours" | "theirs" | null = null,
): Promise<Merge> {
  const body = JSON.stringify({ choices, prefer });
  return (await ask("POST", study, `/${guid}/plan`, body, "application/json")).json();
}

export async function writeMerge(study: string, guid: string, choices: Choices): Promise<Merged> {
  const body = JSON.stringify({ choices });
  return (await ask("POST", study, `/${guid}/write`, body, "application/json")).json();
}

export async function forgetMerge(study: string, guid: string): Promise<void> {
  await ask("DELETE", study, `/${guid}`);
}
