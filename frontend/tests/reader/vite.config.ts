import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** The reader alone, as one script and one style sheet that browser tests put into an empty page. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  logLevel: "warn",
  build: {
    lib: {
      entry: "alone.ts",
      formats: ["iife"],
      name: "alone",
      fileName: () => "reader.js",
      cssFileName: "reader",
    },
    emptyOutDir: true,
    target: "es2023",
    reportCompressedSize: false,
  },
});
