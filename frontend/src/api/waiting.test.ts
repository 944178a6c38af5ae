import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useLive } from "./server-state";
import { again, dismiss, readKept, send, settled, takeUp, useWaiting } from "./waiting";

const AT = `${location.origin}/api/studies/s`;

function write(path: string, body: object, method = "POST"): Request {
  return new Request(AT + path, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

const done = () => new Response("{}", { status: 200 });
const lost = () => Promise.reject(new TypeError("Failed to fetch"));
let asked: string[] = [];

/** A server that answers as `answers` says, one after the other, then with success. */
function serverOf(...answers: (() => Response | Promise<Response>)[]) {
  const left = [...answers];
  vi.stubGlobal("fetch", async (request: Request) => {
    const body = request.method === "GET" ? "" : ` ${await request.clone().text()}`;
    asked.push(`${request.method} ${new URL(request.url).pathname.slice(14)}${body}`);
    return (left.shift() ?? done)();
  });
}

beforeEach(() => {
  asked = [];
  sessionStorage.clear();
  useLive.setState({ heard: true, seq: 7 });
  useWaiting.setState({ held: [], refused: [] });
});
afterEach(() => vi.unstubAllGlobals());

test("writes go in their order, reads do not wait for them", async () => {
  serverOf();
  const sent = [send(write("/codings", { n: 1 })), send(write("/codings", { n: 2 }))];
  sent.push(send(new Request(`${AT}/codes`)));
  await Promise.all(sent);
  expect(asked.filter((one) => one.startsWith("POST"))).toEqual([
    'POST /codings {"n":1}',
    'POST /codings {"n":2}',
  ]);
  expect(useWaiting.getState().held).toEqual([]);
});

test("what is written while nobody answers waits, survives a reload, and goes in its order", async () => {
  serverOf(lost);
  const first = send(write("/codings", { n: 1 }));
  await vi.waitFor(() => expect(useLive.getState().heard).toBe(false));
  const second = send(write("/codings", { n: 2 }));
  await vi.waitFor(() => expect(useWaiting.getState().held).toHaveLength(2));
  expect(readKept(sessionStorage.getItem("jejak-waiting")).held.map(({ body }) => body)).toEqual([
    '{"n":1}',
    '{"n":2}',
  ]);
  expect(asked).toHaveLength(1);
  useLive.setState({ heard: true });
  expect((await first).ok && (await second).ok).toBe(true);
  expect(asked.slice(1)).toEqual(['POST /codings {"n":1}', 'POST /codings {"n":2}']);
  expect(sessionStorage.getItem("jejak-waiting")).toBeNull();
});

test("an earlier page's writes are taken up, and one that is refused is kept with its words", async () => {
  serverOf(() => new Response('{"detail":"No such code."}', { status: 404 }));
  const held = { method: "POST", match: null, time: 1, sentAfter: null };
  const kept = [
    { ...held, id: "a", path: "/api/studies/s/codings", body: '{"n":1}' },
    { ...held, id: "b", path: "/api/studies/s/codings", body: '{"n":2}' },
  ];
  sessionStorage.setItem("jejak-waiting", JSON.stringify({ held: kept, refused: [] }));
  await takeUp();
  await settled();
  expect(asked).toHaveLength(2);
  const { refused, held: left } = useWaiting.getState();
  expect(left).toEqual([]);
  expect(refused.map(({ id, reason }) => [id, reason])).toEqual([["a", "No such code."]]);
  again("a");
  await settled();
  expect(asked).toHaveLength(3);
  expect(useWaiting.getState()).toEqual({ held: [], refused: [] });
});

test("a correction that is tried again stays one of the text it was made in", async () => {
  const seen: (string | null)[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    seen.push(request.headers.get("if-match"));
    return new Response('{"detail":"Corrected since."}', { status: 412 });
  });
  const held = { method: "PUT", match: '"d1"', time: 1, sentAfter: null, body: "{}" };
  const kept = [
    { ...held, id: "a", path: "/api/studies/s/sources/x/text" },
    { ...held, id: "b", path: "/api/studies/s/memos/m" },
  ];
  sessionStorage.setItem("jejak-waiting", JSON.stringify({ held: kept, refused: [] }));
  await takeUp();
  await settled();
  again("a");
  again("b");
  await settled();
  expect(seen).toEqual(['"d1"', '"d1"', '"d1"', null]);
  dismiss("a");
  dismiss("b");
});

test("a copy of a window that is open does not send what waits in that one", async () => {
  serverOf();
  const taken = new Set(["jejak-window-one"]);
  const request = async (name: string, _: object, done: (lock: unknown) => unknown) => {
    if (taken.has(name)) throw new DOMException("Not in time", "TimeoutError");
    taken.add(name);
    return done({ name });
  };
  vi.stubGlobal("navigator", { ...navigator, locks: { request } });
  const one = { id: "a", method: "POST", match: null, time: 1, sentAfter: null, body: "{}" };
  const kept = { held: [{ ...one, path: "/api/studies/s/memos" }], refused: [] };
  sessionStorage.setItem("jejak-waiting", JSON.stringify(kept));
  sessionStorage.setItem("jejak-window", "one");
  await takeUp();
  await settled();
  expect(asked).toEqual([]);
  expect(sessionStorage.getItem("jejak-window")).not.toBe("one");
});

test("what is asked of an earlier moment is not done later", async () => {
  serverOf(lost);
  const then = write("/codings", { n: 1 });
  then.headers.set("jejak-at", "3");
  await expect(send(then)).rejects.toBeInstanceOf(TypeError);
  expect(useWaiting.getState().held).toEqual([]);
});

test("a memo that may have been saved before the connection broke is not saved twice", async () => {
  const study = () => new Response('{"me":{"guid":"me"}}');
  const mine = () => new Response('[{"user":"me"}]');
  serverOf(lost, study, mine);
  const sent = send(write("/memos", { title: "T" }));
  const told = expect(sent).rejects.toMatchObject({ code: "doubtful" });
  await vi.waitFor(() => expect(useWaiting.getState().held).toHaveLength(1));
  useLive.setState({ heard: true });
  await told;
  expect(asked.filter((one) => one.startsWith("POST"))).toHaveLength(1);
  const [refused] = useWaiting.getState().refused;
  expect(refused?.isDoubtful).toBe(true);
  dismiss(refused?.id ?? "");
  expect(useWaiting.getState().refused).toEqual([]);
});

test("what cannot be kept, or makes no sense later, fails at once", async () => {
  serverOf(lost, lost);
  await expect(send(write("/undo", {}))).rejects.toBeInstanceOf(TypeError);
  const files = new Request(`${AT}/sources`, { method: "POST", body: new FormData() });
  await expect(send(files)).rejects.toBeInstanceOf(TypeError);
  expect(useWaiting.getState().held).toEqual([]);
});

test("what was kept in another form is nothing", () => {
  expect(readKept("{")).toEqual({ held: [], refused: [] });
  expect(readKept("3")).toEqual({ held: [], refused: [] });
});
