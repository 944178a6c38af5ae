import { useEffect, useState } from "react";

const PAUSE = 250;

/** What was written, once it has not changed for a moment. */
export function useSlowly(text: string, pause = PAUSE): string {
  const [slow, setSlow] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(text), pause);
    return () => clearTimeout(timer);
  }, [text, pause]);
  return slow;
}
