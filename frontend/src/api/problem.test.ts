import { expect, test } from "vitest";
import { ApiProblem, problemOf } from "./problem";

test("a problem keeps its code, its words and its hint", async () => {
  const body = {
    title: "Conflict",
    detail: "Somebody wrote.",
    code: "stale-revision",
    hint: "Look.",
  };
  const problem = await problemOf(new Response(JSON.stringify(body), { status: 412 }));
  expect(problem).toBeInstanceOf(ApiProblem);
  expect(problem).toMatchObject({ code: "stale-revision", hint: "Look.", status: 412 });
  expect(problem.message).toBe("Somebody wrote.");
});

test("an answer that is no problem JSON is one by its status", async () => {
  const problem = await problemOf(new Response("<h1>Bad gateway</h1>", { status: 502 }));
  expect(problem).toMatchObject({ code: "http-502", hint: "", status: 502 });
});
