import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Arrow, Box, BoxKind, Drawing, Level, Network, Sign } from "../../../api/networks";
import { Chip } from "../../../components/Bits";
import { Button } from "../../../components/Button";
import { Select, TextField } from "../../../components/Field";
import { Segmented } from "../../../components/Segmented";
import { BetweenPanel } from "./BetweenPanel";
import type { Picked } from "./Board";
import { Grounds } from "./Grounds";
import { useTold } from "./told";

interface Props {
  network: Network;
  drawing: Drawing;
  picked: Picked | null;
  writable: boolean;
  onPick: (picked: Picked | null) => void;
  onProblem: (error: unknown) => void;
}

/** What is picked on the canvas: all that is said of it, and changing it. */
export function Inspector(props: Props) {
  const { network, picked } = props;
  const { t } = useTranslation("networks");
  const box = network.nodes.find(({ guid }) => guid === picked?.guid);
  const arrow = network.edges.find(({ guid }) => guid === picked?.guid);
  if (box) return <OfBox key={box.guid} {...props} box={box} />;
  if (arrow) return <OfArrow key={arrow.guid} {...props} arrow={arrow} />;
  return <p className="muted">{t("pickSomething")}</p>;
}

interface SaidProps {
  label: string;
  value: string;
  rows?: number;
  note?: string;
  mayBeEmpty?: boolean;
  readOnly: boolean;
  onSaid: (value: string) => void;
}

/** A field that is kept when one leaves it, or by Enter on one line; Esc takes back what was typed. */
function Said({ label, value, rows, note, mayBeEmpty = true, readOnly, onSaid }: SaidProps) {
  const [text, setText] = useState(value);
  const [given, setGiven] = useState(value);
  if (value !== given) {
    setGiven(value);
    setText(value);
  }
  const keep = () => {
    if (!mayBeEmpty && text.trim() === "") setText(value);
    else if (text !== value) onSaid(text);
  };
  return (
    <TextField
      label={label}
      value={text}
      onChange={setText}
      isReadOnly={readOnly}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !rows) keep();
        if (event.key === "Escape") setText(value);
      }}
      {...(rows && { rows })}
      {...(note && { note })}
    />
  );
}

const LEVELS: readonly Level[] = ["high", "moderate", "low"];

function OfBox({ network, drawing, box, writable, onPick, onProblem }: Props & { box: Box }) {
  const { t } = useTranslation("networks");
  const told = useTold(network);
  const change = (
    body: Parameters<typeof drawing.changeBox.mutate>[0] extends infer B ? Omit<B, "of"> : never,
  ) => drawing.changeBox.mutate({ of: box, ...body }, { onError: onProblem });
  const kinds = network.boxes.includes(box.kind) ? network.boxes : [box.kind, ...network.boxes];
  const arrows = network.edges.filter(({ origin, target }) => [origin, target].includes(box.guid));
  return (
    <div className="net-inspector">
      <h2>{t("box")}</h2>
      <Said
        label={t("label")}
        value={box.label}
        mayBeEmpty={false}
        readOnly={!writable}
        onSaid={(label) => change({ label })}
      />
      {box.about && (
        <p className="net-about">
          <span>{t("standsFor")}</span>
          <Chip
            {...(writable && { removal: t("standsNot"), onRemove: () => change({ about: null }) })}
          >
            {t(`about.${box.about.kind as "code"}`)}: <bdi>{box.about.name}</bdi>
          </Chip>
        </p>
      )}
      <div className="net-pair">
        <Select<BoxKind>
          label={t("kind")}
          value={box.kind}
          disabled={!writable}
          choices={kinds.map((id) => ({ id, label: t(`kinds.${id}`) }))}
          onChange={(kind) => change({ kind })}
        />
        <Select<Level | "none">
          label={t("level")}
          value={box.level ?? "none"}
          disabled={!writable}
          choices={[
            { id: "none", label: t("levels.none") },
            ...LEVELS.map((id) => ({ id, label: t(`levels.${id}`) })),
          ]}
          onChange={(level) => change({ level: level === "none" ? null : level })}
        />
      </div>
      {network.yes_no && (
        <Said
          label={t("test")}
          note={t("testNote")}
          value={box.test}
          readOnly={!writable}
          onSaid={(test) => change({ test })}
        />
      )}
      <Said
        label={t("note")}
        rows={3}
        value={box.note}
        readOnly={!writable}
        onSaid={(note) => change({ note })}
      />
      <section aria-label={t("arrows")}>
        <h3>{t("arrows")}</h3>
        <ul className="net-arrows">
          {arrows.map((arrow) => (
            <li key={arrow.guid}>
              <button
                type="button"
                className="line-button"
                onClick={() => onPick({ kind: "edge", guid: arrow.guid })}
              >
                <bdi>{told.arrow(arrow)}</bdi>
              </button>
            </li>
          ))}
        </ul>
        {writable && (
          <Connect
            network={network}
            box={box}
            drawing={drawing}
            onPick={onPick}
            onProblem={onProblem}
          />
        )}
      </section>
      <Grounds
        of={box}
        drawing={drawing}
        writable={writable}
        codes={codesOf([box])}
        onProblem={onProblem}
      />
      {writable && (
        <Button
          look="danger"
          icon="trash"
          onPress={() => {
            drawing.remove.mutate({ nodes: [box.guid] }, { onError: onProblem });
            onPick(null);
          }}
        >
          {t("removeBox")}
        </Button>
      )}
    </div>
  );
}

/** An arrow drawn without a mouse: to one of the other boxes. */
function Connect({
  network,
  box,
  drawing,
  onPick,
  onProblem,
}: Pick<Props, "network" | "drawing" | "onPick" | "onProblem"> & { box: Box }) {
  const { t } = useTranslation("networks");
  const there = new Set(
    network.edges.filter(({ origin }) => origin === box.guid).map(({ target }) => target),
  );
  const others = network.nodes.filter(({ guid }) => guid !== box.guid && !there.has(guid));
  if (others.length === 0) return null;
  return (
    <Select
      label={t("arrowTo")}
      value={null}
      placeholder={t("chooseBox")}
      choices={others.map(({ guid, label }) => ({ id: guid, label }))}
      onChange={(target) =>
        drawing.addArrow.mutate(
          { origin: box.guid, target },
          { onSuccess: ({ guid }) => onPick({ kind: "edge", guid }), onError: onProblem },
        )
      }
    />
  );
}

const SIGNS = ["+", "-", "±", ""] as const satisfies readonly Sign[];
const NO_SIGN = "none";
const SHOWN = { "+": "+", "-": "−", "±": "±" } as const;

function OfArrow({
  network,
  drawing,
  arrow,
  writable,
  onPick,
  onProblem,
}: Props & { arrow: Arrow }) {
  const { t } = useTranslation("networks");
  const told = useTold(network);
  const change = (
    body: Parameters<typeof drawing.changeArrow.mutate>[0] extends infer B ? Omit<B, "of"> : never,
  ) => drawing.changeArrow.mutate({ of: arrow, ...body }, { onError: onProblem });
  const ends = network.nodes.filter(({ guid }) => [arrow.origin, arrow.target].includes(guid));
  const sign = (one: (typeof SIGNS)[number]) => {
    if (one === "") return t("signs.none");
    return network.yes_no ? t(`answers.${one}`) : `${SHOWN[one]} ${t(`signs.${one}`)}`;
  };
  const signs = network.yes_no ? (["+", "-", ""] as const) : SIGNS;
  return (
    <div className="net-inspector">
      <h2>{t("arrow")}</h2>
      <p className="net-ends">
        <bdi>{told.name(arrow.origin)}</bdi> → <bdi>{told.name(arrow.target)}</bdi>
      </p>
      <Segmented
        small
        label={t("sign")}
        value={arrow.sign || NO_SIGN}
        readOnly={!writable}
        choices={signs.map((one) => ({ id: one || NO_SIGN, label: sign(one) }))}
        onChange={(one) => change({ sign: one === NO_SIGN ? "" : (one as Sign) })}
      />
      {!network.yes_no && (
        <Segmented
          small
          label={t("strength")}
          value={String(arrow.strength ?? 0)}
          readOnly={!writable}
          choices={[
            { id: "0", label: t("strengths.none") },
            ...([1, 2, 3] as const).map((id) => ({ id: String(id), label: t(`strengths.${id}`) })),
          ]}
          onChange={(id) => change({ strength: id === "0" ? null : Number(id) })}
        />
      )}
      <Said
        label={t("words")}
        value={arrow.label}
        readOnly={!writable}
        onSaid={(label) => change({ label })}
      />
      <Said
        label={t("note")}
        rows={3}
        value={arrow.note}
        readOnly={!writable}
        onSaid={(note) => change({ note })}
      />
      <Grounds
        of={arrow}
        drawing={drawing}
        writable={writable}
        codes={codesOf(ends)}
        onProblem={onProblem}
      />
      {writable && !network.yes_no && (
        <BetweenPanel arrow={arrow} drawing={drawing} onPick={onPick} onProblem={onProblem} />
      )}
      {writable && (
        <div className="net-pair">
          <Button
            icon="repeat"
            onPress={() => change({ origin: arrow.target, target: arrow.origin })}
          >
            {t("turn")}
          </Button>
          <Button
            look="danger"
            icon="trash"
            onPress={() => {
              drawing.remove.mutate({ edges: [arrow.guid] }, { onError: onProblem });
              onPick(null);
            }}
          >
            {t("removeArrow")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The codes that boxes stand for, by name. */
const codesOf = (boxes: readonly Box[]) =>
  boxes.flatMap(({ about }) => (about?.kind === "code" ? [about.name] : []));
