import { useRatings } from "../api/happenings";
import { useCommands } from "../commands/registry";
import { EventDialog } from "../components/EventDialog";
import { RatingDialog } from "../components/RatingDialog";
import { RemarkDialog } from "../components/RemarkDialog";
import { SurpriseDialog } from "../components/SurpriseDialog";
import { useReadOnly } from "../stores/read-only";
import { EventPicker } from "./EventPicker";
import { type NotedWords, note, useNoting } from "./noting";
import { segmentInSight } from "./weighing";

const close = () => note(null);

function NewRating({ rated, words }: { rated: string; words: NotedWords | null }) {
  const { data: grid } = useRatings();
  return grid ? <RatingDialog grid={grid} rated={rated} words={words} onClose={close} /> : null;
}

/** The forms that note what happened and rate cases, over whatever page is open. */
export default function Noting() {
  const asked = useNoting((noting) => noting.asked);
  const writable = useReadOnly() === null;
  useCommands({
    "everywhere.newEvent": () => note({ kind: "event", words: null }),
    "everywhere.goToEvent": () => note({ kind: "go" }),
    "everywhere.rate": () => note({ kind: "rating", case: "", words: null }),
    "everywhere.eventWords": () => {
      const words = segmentInSight();
      if (words) note({ kind: "words", words });
      return words !== null;
    },
  });
  if (asked === null) return null;
  if (asked.kind === "go") return <EventPicker words={null} />;
  // In an auditor's copy remarks are what can be written.
  if (asked.kind === "remark") return <RemarkDialog words={asked.words} onClose={close} />;
  if (!writable) return null;
  if (asked.kind === "words") return <EventPicker words={asked.words} />;
  if (asked.kind === "surprise") return <SurpriseDialog words={asked.words} onClose={close} />;
  if (asked.kind === "event") return <EventDialog one={null} words={asked.words} onClose={close} />;
  return <NewRating rated={asked.case} words={asked.words} />;
}
