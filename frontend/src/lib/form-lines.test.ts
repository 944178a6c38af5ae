import { expect, test } from "vitest";
import { asLines, pointsOf } from "./form-lines";

test("lines become points or tasks, and what is one already stays", () => {
  expect(asLines("Harga\n- Malu\n\n- ", "points")).toBe("- Harga\n- Malu");
  expect(asLines("Tanya DS\n- [x] Tanya G\n- Lihat lagi\n- [ ] ", "tasks")).toBe(
    "- [ ] Tanya DS\n- [x] Tanya G\n- [ ] Lihat lagi",
  );
  expect(asLines("  apa saja \n", "")).toBe("  apa saja \n");
  expect(asLines("- satu\n  lanjutan", "points")).toBe("- satu\n  lanjutan");
});

test("points are names of codes, each once", () => {
  expect(pointsOf("- **Malu**;\n- Malu\n1. Harga murah.\n\n")).toEqual(["Malu", "Harga murah"]);
});
