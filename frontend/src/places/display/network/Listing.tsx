import { useTranslation } from "react-i18next";
import type { Flaw, Network } from "../../../api/networks";
import { Icon } from "../../../components/Icon";
import type { Picked } from "./Board";
import { useTold } from "./told";

interface Props {
  network: Network;
  picked: Picked | null;
  onPick: (picked: Picked) => void;
}

/** All that is drawn as a list: each box, and under it where its arrows lead. */
export function Listing({ network, picked, onPick }: Props) {
  const { t } = useTranslation("networks");
  const told = useTold(network);
  if (network.nodes.length === 0) return <p className="muted">{t("nothing")}</p>;
  const boxes = [...network.nodes].sort((a, b) =>
    network.yes_no ? a.y - b.y || a.x - b.x : a.x - b.x || a.y - b.y,
  );
  return (
    <ul className="net-list" aria-label={t("list")}>
      {boxes.map((box) => (
        <li key={box.guid}>
          <Line
            words={told.box(box)}
            isPicked={picked?.guid === box.guid}
            onPick={() => onPick({ kind: "node", guid: box.guid })}
          />
          <ul>
            {network.edges
              .filter(({ origin }) => origin === box.guid)
              .map((arrow) => (
                <li key={arrow.guid}>
                  <Line
                    words={told.below(arrow)}
                    isPicked={picked?.guid === arrow.guid}
                    onPick={() => onPick({ kind: "edge", guid: arrow.guid })}
                  />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Line({
  words,
  isPicked,
  onPick,
}: {
  words: string;
  isPicked: boolean;
  onPick: () => void;
}) {
  return (
    <button
      type="button"
      className="line-button"
      aria-current={isPicked || undefined}
      onClick={onPick}
    >
      <bdi>{words}</bdi>
    </button>
  );
}

/** What to look at again; each leads to its place. */
export function Flaws({ network, onPick }: Omit<Props, "picked">) {
  const { t } = useTranslation("networks");
  const isBox = new Set(network.nodes.map(({ guid }) => guid));
  const go = ({ parts: [guid] }: Flaw) => {
    if (guid) onPick({ kind: isBox.has(guid) ? "node" : "edge", guid });
  };
  if (network.flaws.length === 0) {
    return (
      <p className="net-whole">
        <Icon name="check" size={15} /> {t("noFlaws")}
      </p>
    );
  }
  return (
    <ul className="net-flaws" aria-label={t("flaws")}>
      {network.flaws.map((flaw) => (
        <li key={`${flaw.check} ${flaw.parts.join()}`}>
          <button type="button" className="line-button" onClick={() => go(flaw)}>
            <Icon name={flaw.check === "circle" ? "repeat" : "warning"} size={14} />
            <span>{flaw.sentence}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
