import { splitHash } from "../../app/hash";
import { useDesk } from "./desk";
import { placeAddress } from "./place-address";

/** Keeps where one reads now, to come back to from the segments gone to. */
export function keepOrigin(): void {
  const { origin, reader } = useDesk.getState();
  const source = splitHash(location.hash).path.split("/")[2];
  if (origin !== null || !reader || !source) return;
  const at = reader.getPosition();
  useDesk.setState({ origin: placeAddress({ source, start: at, end: at }) });
}
