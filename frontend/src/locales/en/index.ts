/** English: the catalogues of all places. */
export default import.meta.glob<Record<string, unknown>>("./*.json", {
  eager: true,
  import: "default",
});
