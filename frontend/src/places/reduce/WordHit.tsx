import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { WordLine } from "../../api/words";
import { shownAs } from "../../app/weighing";
import { Checkbox } from "../../components/Field";
import { startDrag } from "../../lib/drag";
import { lastWords } from "./context";
import { useDesk } from "./desk";
import { placeAddress } from "./place-address";

interface Props {
  line: WordLine;
  isChosen: boolean;
  onChoose: () => void;
}

/** A hit with the words around it: a click or Enter goes there, Space or the box chooses it. */
export function WordHit({ line, isChosen, onChoose }: Props) {
  const { t } = useTranslation("desk");
  const { source, start, end, match } = line;
  const segment = { source, start, end, quote: match };
  return (
    <div className="search-hit">
      <Checkbox aria-label={t("words.choose")} isSelected={isChosen} onChange={onChoose} />
      <Link
        href={`${placeAddress(line)}&select=1`}
        draggable
        onDragStart={(event) => startDrag(event.nativeEvent, { segment })}
        {...shownAs(segment)}
        onClick={() => {
          const { reader } = useDesk.getState();
          // The address may be the one that is open already.
          void reader?.goTo(line, { flash: true });
        }}
        onKeyDown={(event) => {
          if (event.key !== " ") return;
          event.preventDefault();
          onChoose();
        }}
      >
        <span className="segment-text" dir="auto">
          <span className="muted">{lastWords(line.before, 40)}</span>
          <mark>{match}</mark>
          <span className="muted">{line.after}</span>
        </span>
      </Link>
    </div>
  );
}
