/** Whatever has a name, found by a few letters of it. */

import { useQuery } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { components } from "./schema";
import { authorsOf, useSeen } from "./seen";
import { useStudyId } from "./study";

export type Named = components["schemas"]["NamedOut"];

/** What answers to the letters, best first; nothing is asked for without letters. */
export function useNamed(text: string, limit = 8) {
  const study = useStudyId();
  const seen = useSeen();
  const authors = authorsOf(seen);
  return useQuery({
    queryKey: ["names", study, text, limit, authors],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/search", {
          params: { path: { study }, query: { text, limit, ...authors } },
        }),
      ),
    enabled: text.trim() !== "" && seen.isKnown,
    placeholderData: (before) => before,
  });
}
