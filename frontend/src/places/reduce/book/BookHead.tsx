import { useTranslation } from "react-i18next";
import { fileAddress } from "../../../api/client";
import { useStudyId } from "../../../api/study";
import { IconButton } from "../../../components/Button";
import { SearchField } from "../../../components/Field";
import { Menu, type MenuLine } from "../../../components/Menu";
import { toast, toastProblem } from "../../../components/toasts";
import type { Sorting } from "../../../lib/code-order";
import { download } from "../../../lib/download";
import { useCodebookView } from "../../../stores/codebook";
import { ask, useShelf } from "./shelf";

const SORTINGS: readonly Sorting[] = ["order", "name", "use"];
const FORMATS = ["yaml", "xlsx", "csv", "docx", "qdc"] as const;

interface Props {
  count: number;
  text: string;
  onText: (text: string) => void;
  onClose?: () => void;
}

/** Files out of the codebook. */
function useExports(): MenuLine[] {
  const { t } = useTranslation(["codebook", "shell"]);
  const study = useStudyId();
  return FORMATS.map((format, at) => ({
    id: format,
    icon: "export",
    apart: at === 0,
    label: t(`export.${format}`),
    onAction: () =>
      void download(
        fileAddress(`/api/studies/${study}/codebook`, { format }),
        `codebook.${format}`,
      ).then(
        (name) => toast(t("export.done", { name }), { tone: "good" }),
        (error) => toastProblem(error, t("export.failed"), t("shell:offline.hint")),
      ),
  }));
}

/** The head of the codebook: making codes, files in and out, sorting, searching. */
export function BookHead({ count, text, onText, onClose }: Props) {
  const { t } = useTranslation(["reduce", "codebook", "shell"]);
  const sorting = useCodebookView((view) => view.sorting);
  const onlySet = useShelf((shelf) => shelf.onlySet);
  const exports = useExports();
  const lines: MenuLine[] = [
    {
      id: "frames",
      icon: "import",
      writes: true,
      label: t("codebook:frames"),
      onAction: () => ask({ kind: "frames" }),
    },
    {
      id: "file",
      icon: "file",
      label: t("codebook:import.open"),
      onAction: () => ask({ kind: "import", file: null }),
    },
    ...(count > 0 ? exports : []),
    ...SORTINGS.map(
      (by, at): MenuLine => ({
        id: by,
        ...(sorting === by && { icon: "check" as const }),
        apart: at === 0,
        label: t(`codebook:sort.${by}`),
        onAction: () => useCodebookView.setState({ sorting: by }),
      }),
    ),
  ];
  return (
    <>
      <header className="side-head">
        <h2>{t("codes.title")}</h2>
        <span className="muted number">{count}</span>
        <span className="push" />
        <IconButton
          icon="plus"
          writes
          label={t("codes.add")}
          onPress={() => ask({ kind: "add", parent: null })}
        />
        <Menu label={t("codebook:more")} lines={lines} placement="bottom end">
          <IconButton icon="more" label={t("codebook:more")} />
        </Menu>
        {onClose && <IconButton icon="close" label={t("shell:close")} onPress={onClose} />}
      </header>
      <div className="panel-search">
        <SearchField label={t("codes.search")} value={text} onChange={onText} />
      </div>
      {onlySet && <OnlySet />}
    </>
  );
}

/** Says that only the codes of a set are shown, and takes that back. */
function OnlySet() {
  const { t } = useTranslation("codebook");
  return (
    <p className="only-set">
      <span>{t("sets.filtered")}</span>
      <button type="button" className="link" onClick={() => useShelf.setState({ onlySet: null })}>
        {t("sets.showAll")}
      </button>
    </p>
  );
}
