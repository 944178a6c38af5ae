import { useEffect, useState } from "react";

/** A value once it has stayed the same for a while; the first at once. */
export function useSettled<T>(value: T, pause = 200): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
