import { Command } from "cmdk";
import { useDeferredValue, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { create } from "zustand";
import { useThings } from "../api/memos";
import { useNamed } from "../api/names";
import { COMMANDS, keysOf, written } from "../commands/keymap";
import { run, useCommands, useRegistry } from "../commands/registry";
import { CommandDialog } from "../components/CommandDialog";
import { Icon } from "../components/Icon";
import type { IconName } from "../components/icon-paths";
import { useUi } from "../stores/ui";
import { addressOf } from "./address";
import { goTo } from "./hash";
import { useBeside } from "./named-words";
import { answering, grouped, type Line } from "./palette-lines";
import { PLACES } from "./places";
import "./palette.css";

interface PaletteState {
  readonly isOpen: boolean;
  open(): void;
  close(): void;
}

/** Whether the command palette is open. */
export const usePalette = create<PaletteState>()((set) => ({
  isOpen: false,
  open: () => set({ isOpen: true }),
  close: () => set({ isOpen: false }),
}));

const MOST = 24;
/** The palette itself, and the places, which it lists by their own names. */
const AS_PLACES = /^everywhere\.(palette|collect|reduce|display|conclude|history|settings)$/;
const ICONS: Readonly<Record<string, IconName>> = {
  source: "file",
  code: "code",
  case: "person",
  memo: "memo",
  finding: "evidence",
  display: "display",
  reference: "quote",
  event: "history",
  state: "pin",
};

/** The commands that can be done now, and the places. */
function useTitles(): Line[] {
  const { t } = useTranslation("commands");
  const { t: shell } = useTranslation("shell");
  const doings = useRegistry((registry) => registry.doings);
  const lines = COMMANDS.filter(({ id }) => doings.has(id) && !AS_PLACES.test(id)).map(
    ({ id }) => ({
      id: `do/${id}`,
      group: "do",
      label: t(id as "everywhere.undo"),
      where: "",
      points: 0,
    }),
  );
  const places = PLACES.map(({ name }) => ({
    id: `place/${name}`,
    group: "place",
    label: shell(`places.${name}`),
    where: "",
    points: 0,
  }));
  return [...lines, ...places];
}

/** What was chosen last, as far as it is still there. */
function useLast(isWanted: boolean, titles: readonly Line[]): Line[] {
  const beside = useBeside();
  const chosen = useUi((ui) => ui.chosen);
  const named = chosen.filter((id) => ICONS[id.split("/")[0] ?? ""]);
  const { data } = useThings(isWanted ? named : []);
  const found = new Map<string, Line>(titles.map((line) => [line.id, line]));
  for (const { kind, guid, label, where } of data?.values() ?? []) {
    const id = `${kind}/${guid}`;
    found.set(id, { id, group: "last", label, where: beside(kind, where), points: 0 });
  }
  return chosen.flatMap((id) => {
    const line = found.get(id);
    return line ? [{ ...line, group: "last" }] : [];
  });
}

/** The lines for some letters by group: names from the server, titles from here. */
function useLines(text: string): [string, Line[]][] {
  const beside = useBeside();
  const chosen = useUi((ui) => ui.chosen);
  const titles = useTitles();
  const isEmpty = text.trim() === "";
  const last = useLast(isEmpty, titles);
  const { data } = useNamed(text, MOST);
  if (isEmpty) return [["last", last] as [string, Line[]], ...grouped(titles, [])];
  const named = (data ?? []).map(({ kind, guid, label, where, points }) => ({
    id: `${kind}/${guid}`,
    group: kind,
    label,
    where: beside(kind, where),
    points,
  }));
  return grouped([...named, ...answering(titles, text)], chosen);
}

function iconOf(id: string): IconName {
  const [kind = "", name] = id.split("/", 2);
  if (kind === "do") return "right";
  return ICONS[kind] ?? PLACES.find((place) => place.name === name)?.icon ?? "file";
}

function Choice({ line, onChoose }: { line: Line; onChoose: () => void }) {
  const own = useUi((ui) => ui.keys);
  const command = line.id.startsWith("do/") ? line.id.slice(3) : null;
  const key = command === null ? undefined : keysOf(command, own)[0];
  return (
    <Command.Item value={`${line.group} ${line.id}`} onSelect={onChoose}>
      <Icon name={iconOf(line.id)} size={16} />
      <span className="clip">{line.label}</span>
      <small className="clip">{key ? <kbd>{written(key)}</kbd> : line.where}</small>
    </Command.Item>
  );
}

interface Props {
  text: string;
  /** Says what Enter means. */
  onBest: (value: string) => void;
  onTake: (id: string) => void;
}

/** What there is for the letters, drawn once the field is there to be typed in. */
function Found({ text, onBest, onTake }: Props) {
  const { t } = useTranslation("shell");
  const isDrawn = useDeferredValue(true, false);
  const lines = useLines(useDeferredValue(text));
  // Names come a moment after the letters: the best of them is what Enter means.
  const best = isDrawn ? lines.flatMap(([, of]) => of)[0] : undefined;
  const first = best ? `${best.group} ${best.id}` : "";
  useEffect(() => onBest(first), [first, onBest]);
  const headings: Readonly<Record<string, string>> = {
    last: t("palette.recent"),
    do: t("palette.actions"),
    place: t("palette.places"),
  };
  if (!isDrawn) return null;
  return (
    <>
      <Command.Empty>{t("palette.none")}</Command.Empty>
      {lines
        .filter(([, of]) => of.length > 0)
        .map(([group, of]) => (
          <Command.Group key={group} heading={headings[group] ?? t(`groups.${group as "code"}`)}>
            {of.map((line) => (
              <Choice key={line.id} line={line} onChoose={() => onTake(line.id)} />
            ))}
          </Command.Group>
        ))}
    </>
  );
}

/** Everything with a name, every place, and everything that can be done, by typing some letters. */
export function Palette() {
  const { t } = useTranslation("shell");
  const { isOpen, open, close } = usePalette();
  const choose = useUi((ui) => ui.choose);
  const [text, setText] = useState("");
  const [value, setValue] = useState("");
  useCommands({ "everywhere.palette": open });
  const take = (id: string) => {
    close();
    setText("");
    choose(id);
    const [kind = "", name = ""] = id.split("/", 2);
    if (kind === "place") goTo(`/${name}`);
    // After the dialog has given the focus back: what is done may take it.
    else if (kind === "do") setTimeout(() => run(name));
    else goTo(addressOf(kind, name));
  };
  if (!isOpen) return null;
  return (
    <CommandDialog
      onClose={close}
      label={t("palette.label")}
      shouldFilter={false}
      value={value}
      onValueChange={setValue}
      className="palette"
    >
      <Command.Input value={text} onValueChange={setText} placeholder={t("palette.hint")} />
      <Command.List label={t("palette.found")}>
        <Found text={text} onBest={setValue} onTake={take} />
      </Command.List>
    </CommandDialog>
  );
}
