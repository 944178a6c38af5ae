import { expect, test } from "vitest";
import { useToasts } from "../components/toasts";
import { useReadOnlyStore } from "../stores/read-only";
import { run, useRegistry } from "./registry";

test("a command that writes says why it cannot, one that only leads somewhere is done", () => {
  const done: string[] = [];
  useRegistry.setState({
    doings: new Map([
      ["reduce.code", [() => done.push("code")]],
      ["reduce.find", [() => done.push("find")]],
    ]),
  });
  useReadOnlyStore.setState({ why: "Sebagaimana dahulu." });
  expect(run("reduce.code")).toBe(true);
  expect(run("reduce.find")).toBe(true);
  expect(run("reduce.status")).toBe(false);
  expect(done).toEqual(["find"]);
  expect(useToasts.getState().toasts.map(({ text }) => text)).toEqual(["Sebagaimana dahulu."]);
  useReadOnlyStore.setState({ why: null });
  run("reduce.code");
  expect(done).toEqual(["find", "code"]);
});
