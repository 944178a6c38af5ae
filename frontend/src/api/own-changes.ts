/**
 * Changes that this window made itself: whoever is quicker than the server is not in conflict with
 * themselves.
 */

/** Numbers of the changes made here, which are also the revisions they left behind. */
const made = new Set<number>();
const KEPT = 1_000;
/** An entity that is changed or taken away, and the study it is in. */
const OF_ENTITY = /^(.*\/api\/studies\/[^/]+)\/.*?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/;
/** The most changes of one entity that are looked at. */
const LOOKED_AT = 50;

interface Answered {
  readonly seq?: number | null;
  readonly revision?: number | null;
}

/** Keeps in mind which change a write became. */
export async function noteOwn(response: Response): Promise<void> {
  if (!response.ok || !response.headers.get("content-type")?.includes("json")) return;
  const { seq, revision } = ((await response.clone().json()) ?? {}) as Answered;
  const number = seq ?? revision;
  if (!number) return;
  made.add(number);
  if (made.size > KEPT) made.delete(made.values().next().value ?? 0);
}

/** The revision that `match` names, and what it is of; `null` where a request expects nothing. */
function expectationOf(request: Request) {
  const base = Number(request.headers.get("if-match")?.replaceAll('"', ""));
  const url = new URL(request.url);
  const found = OF_ENTITY.exec(url.pathname);
  if (!base || !found) return null;
  const [, study = "", guid = ""] = found;
  return { base, history: `${url.origin}${study}/history?entity=${guid}&limit=${LOOKED_AT}` };
}

/** Whether the answer says that the entity was changed since the revision that was expected. */
async function isOld(response: Response): Promise<boolean> {
  if (response.status !== 412) return false;
  const problem = (await response.clone().json()) as { code?: string };
  return problem.code === "stale-revision";
}

/**
 * The answer to a write, which is tried once more over what this window itself did to the entity
 * meanwhile; over somebody else's change it stays refused.
 */
export async function overOwn(
  request: Request,
  response: Response,
  attempt: (request: Request) => Promise<Response>,
): Promise<Response> {
  const expected = expectationOf(request);
  if (!expected || !(await isOld(response))) return response;
  const asked = await attempt(new Request(expected.history));
  if (!asked.ok) return response;
  const { changes } = (await asked.json()) as { changes: readonly { seq: number }[] };
  const since = changes.map(({ seq }) => seq).filter((seq) => seq > expected.base);
  const isKnown = since.length > 0 && since.length < LOOKED_AT;
  if (!isKnown || !since.every((seq) => made.has(seq))) return response;
  const headers = new Headers(request.headers);
  headers.set("if-match", `"${Math.max(...since)}"`);
  return attempt(new Request(request, { headers }));
}
