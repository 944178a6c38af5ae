import { useTranslation } from "react-i18next";
import { useRemoveCases } from "../../api/case-table";
import { fileAddress } from "../../api/client";
import { useStudyId } from "../../api/study";
import { useUndoing } from "../../app/undoing";
import { Button, IconButton } from "../../components/Button";
import { SearchField, Select } from "../../components/Field";
import { Menu } from "../../components/Menu";
import { toast, toastProblem } from "../../components/toasts";
import { download } from "../../lib/download";
import type { GridColumn, View } from "./cases-grid";

interface Props {
  view: View;
  onView: (view: View) => void;
  grid: readonly GridColumn[];
  /** The cases that are selected. */
  chosen: readonly string[];
  /** How many have no consent that is in force. */
  missing: number;
  onAttribute: () => void;
  onImport: () => void;
  isInspecting: boolean;
  onInspect: () => void;
}

const NONE = "none";

function useFile() {
  const study = useStudyId();
  const { t } = useTranslation(["cases", "shell"]);
  return (ending: ".csv" | ".xlsx") =>
    void download(
      fileAddress(`/api/studies/${study}/cases/file`, { ending }),
      `cases${ending}`,
    ).catch((error: unknown) => toastProblem(error, t("notWritten"), t("shell:offline.hint")));
}

function useRemoving() {
  const { t } = useTranslation(["cases", "shell"]);
  const remove = useRemoveCases();
  const { undo } = useUndoing();
  return (guids: readonly string[]) =>
    remove.mutate([...guids], {
      onSuccess: () =>
        toast(t("removed", { count: guids.length }), {
          doing: { label: t("shell:undo.undo"), act: undo },
        }),
      onError: (error) => toastProblem(error, t("failed"), t("shell:offline.hint")),
    });
}

/** What filters, groups and fills the table of cases. */
export function CasesTools(props: Props) {
  const { view, onView, grid, chosen, missing } = props;
  const { t } = useTranslation("cases");
  const file = useFile();
  const remove = useRemoving();
  const groups = grid.filter(({ kind, attribute }) =>
    kind === "kind" || kind === "consent" ? true : attribute !== undefined,
  );
  return (
    <div className="filters">
      <SearchField
        label={t("filter")}
        value={view.text}
        onChange={(text) => onView({ ...view, text })}
      />
      <Select
        label={t("groupBy")}
        hidden
        choices={[
          { id: NONE, label: t("noGroups") },
          ...groups.map(({ id, label }) => ({ id, label: t("groupedBy", { column: label }) })),
        ]}
        value={view.group || NONE}
        onChange={(group) => onView({ ...view, group: group === NONE ? "" : group })}
      />
      <Select
        label={t("consentFilter")}
        hidden
        choices={[
          { id: NONE, label: t("anyConsent") },
          { id: "none.", label: t("withoutConsent", { count: missing }) },
          { id: "given", label: t("withConsent") },
          { id: "withdrawn", label: t("withdrawnOnly") },
        ]}
        value={view.consent === "none" ? "none." : view.consent || NONE}
        onChange={(state) =>
          onView({ ...view, consent: state === NONE ? "" : state.replace(/\.$/u, "") })
        }
      />
      <span className="push" />
      <Button icon="plus" writes onPress={props.onAttribute}>
        {t("attribute.new")}
      </Button>
      <Menu
        label={t("more")}
        placement="bottom end"
        lines={[
          {
            id: "import",
            icon: "import",
            writes: true,
            label: t("importTable"),
            onAction: props.onImport,
          },
          {
            id: "csv",
            icon: "export",
            label: t("asCsv"),
            apart: true,
            onAction: () => file(".csv"),
          },
          { id: "xlsx", icon: "export", label: t("asXlsx"), onAction: () => file(".xlsx") },
          {
            id: "remove",
            icon: "trash",
            writes: true,
            label: t("remove", { count: chosen.length }),
            danger: true,
            apart: true,
            disabled: chosen.length === 0,
            onAction: () => remove(chosen),
          },
        ]}
      >
        <IconButton icon="more" label={t("more")} />
      </Menu>
      <IconButton
        icon="panel"
        label={t("inspector.show")}
        pressed={props.isInspecting}
        onPress={props.onInspect}
      />
    </div>
  );
}
