/** What is typed over something that others may change meanwhile. */

import { useState } from "react";

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * A form over values as they are now: what was typed stays, whatever else is newer is followed.
 * `contested` names the fields that were changed elsewhere since one began to type in them.
 */
export function useTyped<T extends object>(now: T) {
  const [typed, setTyped] = useState<Partial<T>>({});
  const [seen, setSeen] = useState<Partial<T>>({});
  const put = (part: Partial<T>) => {
    setTyped({ ...typed, ...part });
    const began = Object.keys(part).filter((field) => !(field in seen)) as (keyof T)[];
    setSeen({ ...seen, ...Object.fromEntries(began.map((field) => [field, now[field]])) });
  };
  const fields = Object.keys(typed) as (keyof T)[];
  const forget = (field: keyof T) => {
    const { [field]: _typed, ...left } = typed;
    const { [field]: _seen, ...others } = seen;
    setTyped(left as Partial<T>);
    setSeen(others as Partial<T>);
  };
  return {
    draft: { ...now, ...typed } as T,
    /** Only what differs from what is there. */
    patch: Object.fromEntries(
      fields.filter((field) => !isSame(typed[field], now[field])).map((one) => [one, typed[one]]),
    ) as Partial<T>,
    contested: fields.filter(
      (field) => !isSame(now[field], seen[field]) && !isSame(now[field], typed[field]),
    ),
    put,
    /** Takes what is there instead of what was typed. */
    forget,
  };
}
