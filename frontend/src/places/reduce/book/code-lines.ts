/** The menu of a code, or of several. */

import type { TFunction } from "i18next";
import type { Code } from "../../../api/types";
import type { MenuLine } from "../../../components/Menu";
import { useDesk } from "../desk";
import { ask, type CodeView, useShelf } from "./shelf";
import type { BookDoings } from "./use-book-doings";

type T = TFunction<["reduce", "codebook", "patterns"]>;

function open(code: Code, view: CodeView): void {
  useShelf.setState({ view });
  useDesk.setState({ opened: code.guid });
}

/** Those that only one code has. */
function ofOne(t: T, code: Code, rename: (guid: string) => void): MenuLine[] {
  const { onlyCode } = useDesk.getState();
  const isOnly = onlyCode === code.guid;
  return [
    {
      id: "segments",
      icon: "list",
      label: t("card.segments"),
      onAction: () => open(code, "passages"),
    },
    {
      id: "entry",
      icon: "edit",
      writes: true,
      label: t("codebook:entry.open"),
      onAction: () => open(code, "entry"),
    },
    {
      id: "only",
      icon: "filter",
      label: isOnly ? t("codes.all") : t("codes.only"),
      onAction: () => useDesk.setState({ onlyCode: isOnly ? null : code.guid }),
    },
    {
      id: "add",
      icon: "plus",
      writes: true,
      apart: true,
      label: t("codes.addBelow"),
      onAction: () => ask({ kind: "add", parent: code }),
    },
    {
      id: "rename",
      icon: "letter",
      hint: "F2",
      label: t("codebook:rename"),
      onAction: () => rename(code.guid),
    },
    ...(code.codings > 1
      ? [
          {
            id: "split",
            icon: "split" as const,
            writes: true,
            label: t("codebook:split.do"),
            onAction: () => open(code, "split"),
          },
        ]
      : []),
  ];
}

export function codeLines(
  t: T,
  codes: readonly Code[],
  doings: BookDoings,
  rename: (guid: string) => void,
): MenuLine[] {
  const [code] = codes;
  const guids = codes.map(({ guid }) => guid);
  return [
    ...(codes.length === 1 && code ? ofOne(t, code, rename) : []),
    {
      id: "colour",
      icon: "palette",
      label: t("codebook:colour.do"),
      onAction: () => ask({ kind: "colour", codes }),
    },
    {
      id: "move",
      icon: "folder",
      hint: "Alt ↑ ↓ ← →",
      label: t("codes.move"),
      onAction: () => ask({ kind: "move", codes }),
    },
    {
      id: "merge",
      icon: "merge",
      writes: true,
      label: t("codes.merge"),
      onAction: () => ask({ kind: "merge", codes, into: null }),
    },
    {
      id: "pattern",
      icon: "link",
      writes: true,
      label: t("patterns:do"),
      onAction: () => ask({ kind: "pattern", codes }),
    },
    {
      id: "sets",
      icon: "sets",
      label: t("codebook:sets.put"),
      onAction: () => ask({ kind: "sets", codes }),
    },
    {
      id: "remove",
      icon: "trash",
      writes: true,
      hint: "Del",
      label: t("codes.remove"),
      danger: true,
      apart: true,
      onAction: () => doings.remove(guids),
    },
  ];
}
