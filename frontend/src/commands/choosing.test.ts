import { expect, test } from "vitest";
import { refusalOf, takenBy } from "./choosing";
import { COMMANDS } from "./keymap";

test.each([
  ["Control", "modifier"],
  ["Mod+Shift", "modifier"],
  ["Mod+w", "browser"],
  ["F5", "browser"],
  ["Alt+ArrowLeft", "browser"],
  ["Insert", "reader"],
  ["Mod+Alt+ArrowRight", "reader"],
  ["Mod+c", "editing"],
  ["Tab", "moving"],
  ["Enter", "moving"],
])("%s is refused: %s", (chord, why) => expect(refusalOf(chord)).toBe(why));

test.each(["c", "C", "?", "F2", "Mod+k", "Mod+Shift+z", "Alt+j", "+", "Mod+Alt+1"])(
  "%s may be chosen",
  (chord) => expect(refusalOf(chord)).toBeNull(),
);

test("a key is another's where both are listened to at once", () => {
  expect(takenBy("everywhere.undo", "Mod+k", {})).toEqual(["everywhere.palette"]);
  expect(takenBy("everywhere.palette", "Mod+k", {})).toEqual([]);
  expect(takenBy("everywhere.undo", "F2", { "everywhere.keys": ["F2"] })).toEqual([
    "everywhere.keys",
  ]);
  const here = COMMANDS.filter(({ id }) => id.startsWith("conclude."));
  const [one] = here;
  if (one?.keys[0]) expect(takenBy("everywhere.undo", one.keys[0], {})).toContain(one.id);
});
