/** The typed client: paths and shapes from the server's own description, problems as errors. */

import createClient, { type Middleware } from "openapi-fetch";
import { currentLanguage } from "../lib/i18n";
import { useMoment } from "../stores/moment";
import { problemOf } from "./problem";
import type { paths } from "./schema";
import { send, takeUp } from "./waiting";

/** Where the server is: beside the page, under whatever path that has. */
export const BASE = new URL(".", location.href).pathname.replace(/\/$/, "");

/** The trail itself is told whole, whatever moment one looks at. */
const OF_NOW = /\/api\/studies\/[^/]+\/history(\/|\?|$)/;

const speaking: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", currentLanguage());
    const { seq } = useMoment.getState();
    if (seq !== null && !OF_NOW.test(request.url)) request.headers.set("Jejak-At", String(seq));
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
};

export const client = createClient<paths>({ baseUrl: BASE || location.origin, fetch: send });
client.use(speaking);

/** The answer itself; a refusal has been thrown before. */
export async function answer<T>(asked: Promise<{ data?: T }>): Promise<T> {
  const { data } = await asked;
  return data as T;
}

/** The header that refuses a write when somebody else wrote since `revision`. */
export function ifMatch(revision: number): { "if-match": string } {
  return { "if-match": `"${revision}"` };
}

/** The address of a file under /api, for links and frames. */
export function fileAddress(
  path: string,
  query: Readonly<Record<string, string | readonly string[]>> = {},
): string {
  const { seq } = useMoment.getState();
  const at = seq === null ? {} : { "jejak-at": String(seq) };
  const pairs = Object.entries({ ...query, ...at }).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one]),
  );
  const search = new URLSearchParams(pairs).toString();
  return `${BASE}${path}${search ? `?${search}` : ""}`;
}

let session: Promise<void> | undefined;

/** Trades the token in the address for a session, once, and takes it out of the address. */
export function openSession(): Promise<void> {
  session ??= signIn().then(takeUp);
  return session;
}

async function signIn(): Promise<void> {
  const url = new URL(location.href);
  const token = url.searchParams.get("token");
  if (!token) return;
  url.searchParams.delete("token");
  history.replaceState(history.state, "", url);
  await client.POST("/api/session", { body: { token } });
}
