/** In which order siblings of the codebook are shown: its own, of names, or of use. */
export type Sorting = "order" | "name" | "use";
