import { expect, test } from "vitest";
import { noteOwn, overOwn } from "./own-changes";

const GUID = "0192f3a0-0000-7000-8000-000000000001";
const STALE = () =>
  new Response('{"code":"stale-revision"}', {
    status: 412,
    headers: { "content-type": "application/problem+json" },
  });

const json = (body: object) =>
  new Response(JSON.stringify(body), { headers: { "content-type": "application/json" } });

function patch(match: string | null, path = `/api/studies/s/codes/${GUID}`): Request {
  return new Request(location.origin + path, {
    method: "PATCH",
    headers: { "content-type": "application/json", ...(match && { "if-match": match }) },
    body: '{"name":"N"}',
  });
}

/** A server that tells of changes to the entity; what it is asked. */
function serverWith(...seqs: number[]) {
  const asked: string[] = [];
  const attempt = async (request: Request) => {
    const url = new URL(request.url);
    if (request.method === "GET") {
      asked.push(url.pathname + url.search);
      return json({ changes: seqs.map((seq) => ({ seq })) });
    }
    asked.push(`${request.headers.get("if-match")} ${await request.text()}`);
    return json({ revision: 99 });
  };
  return { asked, attempt };
}

test("over changes of this window a write is tried again as it was", async () => {
  await noteOwn(json({ revision: 11 }));
  await noteOwn(json({ seq: 12 }));
  const { asked, attempt } = serverWith(12, 11, 4);
  const answer = await overOwn(patch('"10"'), STALE(), attempt);
  expect(answer.ok).toBe(true);
  expect(asked).toEqual([`/api/studies/s/history?entity=${GUID}&limit=50`, '"12" {"name":"N"}']);
});

test("over somebody else's change, before, between or after, it stays refused", async () => {
  await noteOwn(json({ seq: 21 }));
  for (const seqs of [[22], [22, 21], [21, 20]]) {
    const { asked, attempt } = serverWith(...seqs);
    const answer = await overOwn(patch('"19"'), STALE(), attempt);
    expect(answer.status).toBe(412);
    expect(asked).toHaveLength(1);
  }
});

test("nothing is asked where nothing was expected, or something else was wrong", async () => {
  const { asked, attempt } = serverWith(31);
  const other = new Response('{"code":"stale-text"}', { status: 412 });
  expect((await overOwn(patch(null), STALE(), attempt)).status).toBe(412);
  expect((await overOwn(patch('"30"'), other, attempt)).status).toBe(412);
  expect((await overOwn(patch('"30"'), json({}), attempt)).ok).toBe(true);
  expect(asked).toEqual([]);
});
