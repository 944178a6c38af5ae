/**
 * Projects of other programs on their way in, and the study on its way out. Files go straight to the server,
 * not through the queue of writes: what is large would hold up all the rest.
 */

import { currentLanguage } from "../lib/i18n";
import { BASE } from "./client";
import { problemOf } from "./problem";
import type { Export, ExportForm, Project } from "./types";

async function ask(method: string, path: string, body?: unknown, signal?: AbortSignal) {
  const isFile = body instanceof Blob;
  const type = isFile ? "application/octet-stream" : "application/json";
  const response = await fetch(`${BASE}/api${path}`, {
    method,
    headers: { "Accept-Language": currentLanguage(), "Content-Type": type },
    ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

export async function listProjects(): Promise<Project[]> {
  return (await ask("GET", "/projects")).json();
}

/** A place for a project; `study`: the open one it comes into, `null`: it becomes one of its own. */
export async function beginProject(
  name: string,
  folder: boolean,
  study: string | null,
): Promise<Project> {
  return (await ask("POST", "/projects", { name, folder, ...(study && { study }) })).json();
}

/** Sends the file, or the one at `path` of the folder; the browser reads it from its disk as it goes. */
export async function sendProjectFile(
  guid: string,
  path: string,
  file: File,
  signal: AbortSignal,
): Promise<void> {
  const place = path ? `?path=${encodeURIComponent(path)}` : "";
  await ask("PUT", `/projects/${guid}/files${place}`, file, signal);
}

/** Begins to read it, with answers to what its format leaves open. */
export async function readProject(
  guid: string,
  answers: Readonly<Record<string, string>>,
): Promise<Project> {
  return (await ask("POST", `/projects/${guid}/read`, { answers })).json();
}

export async function getProject(guid: string): Promise<Project> {
  return (await ask("GET", `/projects/${guid}`)).json();
}

export async function stopProject(guid: string): Promise<void> {
  await ask("POST", `/projects/${guid}/stop`);
}

export async function undoProject(guid: string): Promise<Project> {
  return (await ask("POST", `/projects/${guid}/undo`)).json();
}

export async function openProject(guid: string): Promise<void> {
  await ask("POST", `/projects/${guid}/open`);
}

export async function forgetProject(guid: string): Promise<void> {
  await ask("DELETE", `/projects/${guid}`);
}

/** The forms that a study can be written in. */
export async function listExportForms(study: string): Promise<ExportForm[]> {
  return (await ask("GET", `/studies/${study}/exports`)).json();
}

/** Writes the study; the file waits on the server until it is fetched and put away. */
export async function makeExport(study: string, format: string, redact: boolean): Promise<Export> {
  return (await ask("POST", `/studies/${study}/exports`, { format, redact })).json();
}

/** Has what is being written not be written further. */
export async function stopExports(study: string): Promise<void> {
  await ask("POST", `/studies/${study}/exports/stop`);
}

export const exportFile = (study: string, guid: string) =>
  `${BASE}/api/studies/${study}/exports/${guid}/file`;

export async function forgetExport(study: string, guid: string): Promise<void> {
  await ask("DELETE", `/studies/${study}/exports/${guid}`);
}
