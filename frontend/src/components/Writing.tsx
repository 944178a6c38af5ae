import type { ReactNode } from "react";
import { useReadOnly } from "../stores/read-only";

/** Whatever in it changes the study: all of it is off, with the reason, while nothing can be written. */
export function Writing({ children }: { children: ReactNode }) {
  const why = useReadOnly();
  return (
    <fieldset
      role="presentation"
      className="writing"
      disabled={why !== null}
      title={why ?? undefined}
    >
      {children}
    </fieldset>
  );
}
