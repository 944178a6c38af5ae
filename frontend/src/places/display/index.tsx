import { lazy, Suspense } from "react";
import { Redirect, useRoute } from "wouter";
import { useSavedDisplays } from "../../api/displays";
import { Loading } from "../../components/Bits";
import { Builder } from "./Builder";
import { Gallery } from "./Gallery";
import { address } from "./KindCard";
import "../../components/page.css";
import "./display.css";

const Events = lazy(async () => ({ default: (await import("./happened/Events")).Events }));
const Ratings = lazy(async () => ({ default: (await import("./happened/Ratings")).Ratings }));

/** Pages beside the kinds of display. */
const BESIDE: Readonly<Record<string, React.ComponentType>> = { events: Events, ratings: Ratings };

/** A saved display by its GUID alone: where it is shown with its settings, or the gallery. */
function Saved({ guid }: { guid: string }) {
  const { data: all, isPending } = useSavedDisplays();
  if (isPending) return <Loading />;
  const one = all?.find((saved) => saved.guid === guid);
  const to = one ? address(one.kind, one.settings, one.guid).slice(1) : "/display";
  return <Redirect to={to} replace />;
}

/** The codings side by side: a gallery of displays, and one of them with its settings. */
export default function Display() {
  const [found, params] = useRoute("/display/:kind");
  const [isSaved, saved] = useRoute("/display/saved/:guid");
  if (isSaved) return <Saved guid={saved.guid} />;
  const Beside = found ? BESIDE[params.kind] : undefined;
  if (Beside) {
    return (
      <Suspense fallback={<Loading />}>
        <Beside />
      </Suspense>
    );
  }
  return found ? <Builder key={params.kind} kind={params.kind} /> : <Gallery />;
}
