import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { SearchField } from "../components/Field";
import { pointsOf } from "../lib/matching";
import { useUi } from "../stores/ui";
import { type Refusal, refusalOf, takenBy } from "./choosing";
import { COMMANDS, chordOf, keysOf, type Where, whereOf, written } from "./keymap";
import { useListening } from "./listening";
import "./key-list.css";

/** Takes the next key for the command that waits; Esc leaves it as it is. */
function useNextKey(onKey: (chord: string) => void): void {
  const id = useListening((listening) => listening.id);
  useEffect(() => {
    if (id === null) return;
    const press = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const chord = chordOf(event);
      if (chord === "Escape") useListening.setState({ id: null });
      else onKey(chord);
    };
    addEventListener("keydown", press, { capture: true });
    return () => removeEventListener("keydown", press, { capture: true });
  }, [id, onKey]);
  useEffect(() => () => useListening.setState({ id: null }), []);
}

interface Asked {
  readonly id: string;
  readonly chord: string;
  readonly refusal: Refusal | null;
  readonly takers: readonly string[];
}

interface LineProps {
  id: string;
  asked: Asked | null;
  onTake: (asked: Asked) => void;
  onLeave: () => void;
}

/** What became of the key that was pressed: refused, or another's. */
function Answer({ asked, onTake, onLeave }: Omit<LineProps, "id"> & { asked: Asked }) {
  const { t } = useTranslation("commands");
  const key = written(asked.chord);
  const titles = asked.takers.map((id) => t(id as "everywhere.undo")).join(", ");
  return (
    <div className="key-answer" role="alert">
      <span>
        {asked.refusal
          ? t(`list.refused.${asked.refusal}`, { key })
          : t("list.taken", { key, titles })}
      </span>
      {!asked.refusal && (
        <Button small onPress={() => onTake(asked)}>
          {t("list.take")}
        </Button>
      )}
      <Button small look="quiet" onPress={onLeave}>
        {t("list.leave")}
      </Button>
    </div>
  );
}

function Line({ id, asked, onTake, onLeave }: LineProps) {
  const { t } = useTranslation("commands");
  const own = useUi((ui) => ui.keys);
  const setKeys = useUi((ui) => ui.setKeys);
  const isListening = useListening((listening) => listening.id === id);
  const title = t(id as "everywhere.undo");
  const keys = keysOf(id, own);
  return (
    <li>
      <span className="key-title">{title}</span>
      <span className="key-keys">
        {isListening ? (
          <em role="status">{t("list.press")}</em>
        ) : (
          keys.map((key) => <kbd key={key}>{written(key)}</kbd>)
        )}
        {!isListening && keys.length === 0 && <span className="muted">{t("list.none")}</span>}
      </span>
      <span className="key-doings">
        <Button
          small
          look="quiet"
          aria-label={t("list.changeOf", { title })}
          onPress={() => useListening.setState({ id: isListening ? null : id })}
        >
          {isListening ? t("list.leave") : t("list.change")}
        </Button>
        {own[id] && (
          <Button
            small
            look="quiet"
            aria-label={t("list.resetOf", { title })}
            onPress={() => setKeys(id, null)}
          >
            {t("list.reset")}
          </Button>
        )}
      </span>
      {asked?.id === id && <Answer asked={asked} onTake={onTake} onLeave={onLeave} />}
    </li>
  );
}

/** The commands by place, as they come in the keymap. */
function byPlace(ids: readonly string[]): [Where, string[]][] {
  const places = new Map<Where, string[]>();
  for (const id of ids) places.set(whereOf(id), [...(places.get(whereOf(id)) ?? []), id]);
  return [...places];
}

/** Every command with its keys, which can be changed: press the new one. */
export function KeyList({ level: Heading = "h3" }: { level?: "h2" | "h3" }) {
  const { t } = useTranslation("commands");
  const { t: shell } = useTranslation("shell");
  const { keys: own, setKeys } = useUi();
  const [text, setText] = useState("");
  const [asked, setAsked] = useState<Asked | null>(null);
  const give = (id: string, chord: string, from: readonly string[]) => {
    for (const other of from) {
      setKeys(
        other,
        keysOf(other, own).filter((key) => key !== chord),
      );
    }
    setKeys(id, [chord]);
    setAsked(null);
  };
  useNextKey((chord) => {
    const { id } = useListening.getState();
    if (id === null) return;
    const refusal = refusalOf(chord);
    if (refusal === "modifier") return;
    useListening.setState({ id: null });
    const takers = takenBy(id, chord, own);
    if (refusal || takers.length > 0) setAsked({ id, chord, refusal, takers });
    else give(id, chord, []);
  });
  const shown = COMMANDS.map(({ id }) => id).filter(
    (id) =>
      text.trim() === "" ||
      pointsOf(t(id as "everywhere.undo"), text) > 0 ||
      keysOf(id, own).some((key) => written(key).toLowerCase() === text.trim().toLowerCase()),
  );
  return (
    <div className="key-list">
      <div className="key-tools">
        <SearchField label={t("list.search")} value={text} onChange={setText} />
        <Button
          small
          isDisabled={Object.keys(own).length === 0}
          onPress={() => {
            for (const id of Object.keys(own)) setKeys(id, null);
          }}
        >
          {t("list.resetAll")}
        </Button>
      </div>
      {shown.length === 0 && <p className="muted">{t("list.nothing")}</p>}
      {byPlace(shown).map(([where, ids]) => (
        <section key={where} aria-labelledby={`keys-${where}`}>
          <Heading id={`keys-${where}`}>
            {where === "everywhere" ? t("list.everywhere") : shell(`places.${where}`)}
          </Heading>
          <ul>
            {ids.map((id) => (
              <Line
                key={id}
                id={id}
                asked={asked}
                onTake={({ chord, takers }) => give(id, chord, takers)}
                onLeave={() => setAsked(null)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
