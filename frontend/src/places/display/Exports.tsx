import { useState } from "react";
import { useTranslation } from "react-i18next";
import { displayFile, type Ending } from "../../api/displays";
import { problemOf } from "../../api/problem";
import { useSeenAnywhere } from "../../api/seen";
import { useStudyId } from "../../api/study";
import { Button } from "../../components/Button";
import { Menu, type MenuLine } from "../../components/Menu";
import { toast, toastProblem } from "../../components/toasts";
import { download } from "../../lib/download";
import type { Settings } from "./settings";

const PICTURES = ["svg", "png", "pdf"] as const;
const TABLES = ["docx", "xlsx", "csv", "html", "md", "json"] as const;
/** For programs that count, and those that draw and measure networks. */
const PROGRAMS = ["sav", "zip", "gexf", "graphml"] as const;

interface Props {
  kind: string;
  settings: Settings;
  /** The saved display whose words go along. */
  saved: string | null;
  hasChart: boolean;
}

/** The picture of a display as something to paste. */
async function copyPicture(address: string): Promise<void> {
  const picture = fetch(address).then(async (answer) => {
    if (!answer.ok) throw await problemOf(answer);
    return answer.blob();
  });
  await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
}

/** Prints the page of a display: all of it, without what is around it here. */
async function print(address: string): Promise<void> {
  const page = await (await fetch(address)).text();
  const frame = document.createElement("iframe");
  frame.style.cssText = "position:fixed;inset:0;width:0;height:0;border:0";
  frame.setAttribute("sandbox", "allow-same-origin allow-modals");
  frame.setAttribute("aria-hidden", "true");
  frame.addEventListener("load", () => {
    frame.contentWindow?.addEventListener("afterprint", () => frame.remove());
    frame.contentWindow?.print();
  });
  frame.srcdoc = page;
  document.body.append(frame);
}

/** A display as a file of any kind. */
export function Exports({ kind, settings, saved, hasChart }: Props) {
  const { t } = useTranslation("display");
  const study = useStudyId();
  const seen = useSeenAnywhere();
  const [isPending, setPending] = useState(false);
  const get = async (ending: Ending) => {
    setPending(true);
    try {
      const file = await download(
        displayFile(study, { kind, settings, saved }, ending, seen),
        `${kind}${ending}`,
      );
      toast(t("export.done", { file }), { tone: "good" });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      toast(t("export.failed", { reason }), { tone: "danger" });
    }
    setPending(false);
  };
  const address = (ending: Ending) => displayFile(study, { kind, settings, saved }, ending, seen);
  const copy = () =>
    copyPicture(address(".png")).then(
      () => toast(t("export.copied"), { tone: "good" }),
      (error: unknown) => toastProblem(error, t("export.notCopied"), t("export.notCopied")),
    );
  const more: MenuLine[] = [
    ...(hasChart
      ? [{ id: "copy", label: t("export.copy"), apart: true, onAction: () => void copy() }]
      : []),
    {
      id: "print",
      label: t("export.print"),
      apart: !hasChart,
      onAction: () => void print(address(".html")),
    },
  ];
  const kinds = [...(hasChart ? PICTURES : []), ...TABLES, ...PROGRAMS];
  return (
    <Menu
      label={t("export.title")}
      placement="bottom end"
      lines={[
        ...kinds.map((name) => ({
          id: name,
          label: t(`export.${name}`),
          apart: (name === TABLES[0] && hasChart) || name === PROGRAMS[0],
          onAction: () => void get(`.${name}`),
        })),
        ...more,
      ]}
    >
      <Button icon="export" isPending={isPending}>
        {t("export.title")}
      </Button>
    </Menu>
  );
}
