/**
 * Imports: files given to the server one by one, corrected there, and written as one change. They go
 * straight to the server, not through the queue of writes: what is large would hold up all the rest.
 */

import { currentLanguage } from "../lib/i18n";
import { BASE } from "./client";
import { problemOf } from "./problem";
import type { Import, Said, Staged } from "./types";

/** Half of a character, which no address can hold. */
const HALF = /\p{Surrogate}/gu;

async function ask(method: string, study: string, path: string, body?: BodyInit, type?: string) {
  const response = await fetch(`${BASE}/api/studies/${study}/imports${path}`, {
    method,
    headers: { "Accept-Language": currentLanguage(), ...(type && { "Content-Type": type }) },
    ...(body !== undefined && { body }),
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

export async function listImports(study: string): Promise<Import[]> {
  return (await ask("GET", study, "")).json();
}

export async function newImport(study: string): Promise<Import> {
  return (await ask("POST", study, "")).json();
}

export async function getImport(study: string, guid: string): Promise<Import> {
  return (await ask("GET", study, `/${guid}`)).json();
}

/** Gives a file to be looked at; the browser reads it from its disk as it goes. */
export async function giveFile(
  study: string,
  guid: string,
  number: number,
  file: File,
): Promise<Staged> {
  const name = encodeURIComponent(file.name.replace(HALF, "\ufffd") || "-");
  const path = `/${guid}/files/${number}?name=${name}`;
  return (await ask("PUT", study, path, file, "application/octet-stream")).json();
}

export async function sayOfFiles(study: string, guid: string, said: Said): Promise<Staged[]> {
  return (await ask("PATCH", study, `/${guid}`, JSON.stringify(said), "application/json")).json();
}

export async function writeImport(study: string, guid: string): Promise<Import> {
  return (await ask("POST", study, `/${guid}/write`)).json();
}

export async function stopImport(study: string, guid: string): Promise<void> {
  await ask("POST", study, `/${guid}/stop`);
}

export async function forgetImport(study: string, guid: string): Promise<void> {
  await ask("DELETE", study, `/${guid}`);
}
