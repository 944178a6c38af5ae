/** Whatever has a name, found by a few letters of it. */

import { useQuery } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { components } from "./schema";
import { useStudyId } from "./study";

export type Named = components["schemas"]["NamedOut"];

/** What answers to the letters, best first; nothing is asked for without letters. */
export function useNamed(text: string, limit = 8) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["names", study, text, limit],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/search", {
          params: { path: { study }, query: { text, limit } },
        }),
      ),
    enabled: text.trim() !== "",
    placeholderData: (before) => before,
  });
}
