import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Group, useSetCounts } from "../../api/sets";
import { inQuery } from "../../lib/query-parts";
import { IconButton } from "../Button";
import { Menu, type MenuLine } from "../Menu";
import { KeepDialog, SetsDialog } from "./SetsDialogs";

interface Props {
  value: string;
  isWrong: boolean;
  onChange: (value: string) => void;
}

/** The query with one condition more. */
export function narrowed(query: string, more: string): string {
  const before = query.trim();
  if (before === "") return more;
  return / or /i.test(before) ? `(${before}) and ${more}` : `${before} and ${more}`;
}

/** Sets by name, each with how much is in it now: asked for in the query, kept of it, and changed. */
export function SetsMenu({ value, isWrong, onChange }: Props) {
  const { t } = useTranslation("query");
  const [open, setOpen] = useState<"keep" | "sets" | null>(null);
  const groups = useSetCounts();
  const asks = ({ name }: Group) => onChange(narrowed(value, `in set:${inQuery(name)}`));
  const lines: MenuLine[] = [
    {
      id: "keep",
      icon: "plus",
      label: t("sets.keep"),
      writes: true,
      disabled: isWrong || value.trim() === "",
      onAction: () => setOpen("keep"),
    },
    {
      id: "sets",
      icon: "edit",
      label: t("sets.all"),
      disabled: groups.length === 0,
      onAction: () => setOpen("sets"),
    },
    ...groups.map((group, number) => ({
      id: group.guid,
      label: group.name,
      hint: String(group.count),
      disabled: group.problem !== null,
      apart: number === 0,
      onAction: () => asks(group),
    })),
  ];
  return (
    <>
      <Menu label={t("sets.title")} lines={lines} placement="bottom end">
        <IconButton icon="sets" size={16} label={t("sets.title")} />
      </Menu>
      {open === "keep" && <KeepDialog query={value.trim()} onClose={() => setOpen(null)} />}
      {open === "sets" && <SetsDialog onClose={() => setOpen(null)} />}
    </>
  );
}
