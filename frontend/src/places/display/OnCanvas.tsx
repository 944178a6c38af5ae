import { lazy, Suspense } from "react";
import { useSavedDisplays } from "../../api/displays";
import { Loading } from "../../components/Bits";
import type { ResultProps } from "./Drawn";
import { Begin } from "./network/Begin";

const Canvas = lazy(() => import("./network/Canvas"));

/** What is drawn by hand in a saved display; without one, a new one to begin. */
export function OnCanvas({ kind, saved, settings }: ResultProps) {
  const { data: all, isPending } = useSavedDisplays();
  const named = all?.find(({ guid }) => guid === saved);
  if (isPending) return <Loading />;
  if (!named) return <Begin kind={kind} settings={settings} />;
  return (
    <Suspense fallback={<Loading />}>
      <Canvas key={named.guid} display={named.guid} title={named.name} />
    </Suspense>
  );
}
