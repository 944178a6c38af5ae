import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { create } from "zustand";
import { answer, client } from "../api/client";
import { useStudyId } from "../api/study";
import { COMMANDS, keysOf, written } from "../commands/keymap";
import { run, useCommands, useRegistry } from "../commands/registry";
import { Icon } from "../components/Icon";
import type { IconName } from "../components/icon-paths";
import { useUi } from "../stores/ui";
import { addressOf } from "./address";
import { goTo } from "./hash";
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

const MOST = 20;
/** The palette itself, and the places, which it lists by their own names. */
const AS_PLACES = /^everywhere\.(palette|collect|reduce|display|conclude)$/;
const ICONS: Readonly<Record<string, IconName>> = {
  source: "file",
  code: "code",
  case: "person",
  memo: "memo",
  finding: "evidence",
};

function useNames(text: string) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["names", study, text],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/search", {
          params: { path: { study }, query: { text, limit: MOST } },
        }),
      ),
    enabled: text.trim() !== "",
    placeholderData: (before) => before,
  });
}

/** The commands that can be done now, with their titles and keys. */
function useDoable() {
  const { t } = useTranslation("commands");
  const own = useUi((ui) => ui.keys);
  const doings = useRegistry((registry) => registry.doings);
  return COMMANDS.filter(({ id }) => doings.has(id) && !AS_PLACES.test(id)).map(({ id }) => ({
    id,
    title: t(id as "everywhere.undo"),
    key: keysOf(id, own)[0],
  }));
}

/** Everything with a name, and every place, by typing some of its letters. */
export function Palette() {
  const { t } = useTranslation("shell");
  const { isOpen, open, close } = usePalette();
  const [text, setText] = useState("");
  const asked = useDeferredValue(text);
  const { data } = useNames(isOpen ? asked : "");
  useCommands({ "everywhere.palette": open });
  const go = (address: string) => {
    close();
    setText("");
    goTo(address);
  };
  const wanted = text.trim().toLocaleLowerCase();
  const places = PLACES.filter(({ name }) =>
    t(`places.${name}`).toLocaleLowerCase().includes(wanted),
  );
  const commands = useDoable().filter(({ title }) => title.toLocaleLowerCase().includes(wanted));
  const doIt = (id: string) => {
    close();
    setText("");
    // After the dialog has given the focus back: what is done may take it.
    setTimeout(() => run(id));
  };
  return (
    <Command.Dialog
      open={isOpen}
      onOpenChange={(now) => (now ? open() : close())}
      label={t("palette.label")}
      shouldFilter={false}
      className="palette"
      overlayClassName="scrim palette-scrim"
    >
      <Command.Input value={text} onValueChange={setText} placeholder={t("palette.hint")} />
      <Command.List label={t("palette.found")}>
        <Command.Empty>{t("palette.none")}</Command.Empty>
        {(wanted ? (data ?? []) : []).map((found) => (
          <Command.Item
            key={found.guid}
            value={found.guid}
            onSelect={() => go(addressOf(found.kind, found.guid))}
          >
            <Icon name={ICONS[found.kind] ?? "file"} size={16} />
            <span className="clip">{found.label}</span>
            <small className="clip">{found.where || t(`kinds.${found.kind}`)}</small>
          </Command.Item>
        ))}
        {places.map(({ name, icon }) => (
          <Command.Item key={name} value={name} onSelect={() => go(`/${name}`)}>
            <Icon name={icon} size={16} />
            <span>{t(`places.${name}`)}</span>
            <small>{t("palette.place")}</small>
          </Command.Item>
        ))}
        {commands.map(({ id, title, key }) => (
          <Command.Item key={id} value={id} onSelect={() => doIt(id)}>
            <Icon name="right" size={16} />
            <span className="clip">{title}</span>
            <small>{key && <kbd>{written(key)}</kbd>}</small>
          </Command.Item>
        ))}
      </Command.List>
    </Command.Dialog>
  );
}
