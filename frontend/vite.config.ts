/// <reference types="vitest/config" />
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where `make dev` runs the Python server; the browser talks to Vite, Vite passes /api on to it. */
const server = process.env.JEJAK_SERVER ?? "http://127.0.0.1:8765";

/**
 * Each answer of the server takes its time, so a first load is a handful of files: what the shell
 * needs, what several places need, the place itself, and the texts of a language.
 */
const GROUPS = [
  { name: "shell", tags: ["$initial" as const], priority: 2 },
  { name: "shared", minShareCount: 2, priority: 1 },
];

export default defineConfig({
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../src/jejak/web/static",
    emptyOutDir: true,
    target: "es2023",
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
  },
  server: {
    host: "127.0.0.1",
    port: 5173,
    strictPort: true,
    proxy: { "/api": { target: server, ws: true } },
  },
  test: {
    environment: "jsdom",
    pool: "vmThreads",
    include: ["tests/**/*.test.{ts,tsx}", "src/**/*.test.{ts,tsx}"],
    passWithNoTests: true,
    restoreMocks: true,
  },
});
