import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { useDeferredValue, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { create } from "zustand";
import { answer, client } from "../api/client";
import { useStudyId } from "../api/study";
import { Icon } from "../components/Icon";
import type { IconName } from "../components/icon-paths";
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

/** Everything with a name, and every place, by typing some of its letters. */
export function Palette() {
  const { t } = useTranslation("shell");
  const { isOpen, open, close } = usePalette();
  const [text, setText] = useState("");
  const asked = useDeferredValue(text);
  const { data } = useNames(isOpen ? asked : "");
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      open();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [open]);
  const go = (address: string) => {
    close();
    setText("");
    goTo(address);
  };
  const wanted = text.trim().toLocaleLowerCase();
  const places = PLACES.filter(({ name }) =>
    t(`places.${name}`).toLocaleLowerCase().includes(wanted),
  );
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
      </Command.List>
    </Command.Dialog>
  );
}
