/** Changes whose outcome is told even where what asked for them has left the page since. */

interface Doing<Given, Made> {
  readonly mutateAsync: (given: Given) => Promise<Made>;
}

interface Outcome<Made> {
  readonly onSuccess?: (made: Made) => void;
  readonly onError?: (error: Error) => void;
}

/** Does it, and tells how it went: what is given to `mutate` itself would be lost with its component. */
export function lasting<Given, Made>(
  doing: Doing<Given, Made>,
  given: Given,
  { onSuccess, onError }: Outcome<Made> = {},
): void {
  doing.mutateAsync(given).then(
    (made) => onSuccess?.(made),
    (error: Error) => onError?.(error),
  );
}
