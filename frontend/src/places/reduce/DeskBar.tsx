import { useTranslation } from "react-i18next";
import { useChangeSource } from "../../api/sources";
import { useStudy } from "../../api/study";
import type { Code, Source, SourceStatus } from "../../api/types";
import { Chip } from "../../components/Bits";
import { Button, IconButton } from "../../components/Button";
import { Select } from "../../components/Field";
import { Menu } from "../../components/Menu";
import { toastProblem } from "../../components/toasts";
import { useDesk } from "./desk";
import { ReadingMenu } from "./ReadingMenu";

const STATUSES: readonly SourceStatus[] = ["to read", "in progress", "coded"];

interface Props {
  source: Source | undefined;
  codes: readonly Code[];
  /** Opens the list of sources or the codebook, where they are not beside the text. */
  onSources: (() => void) | null;
  onCodes: (() => void) | null;
}

/** Which coders' work is faded. */
function Coders() {
  const { t } = useTranslation("reduce");
  const { data: study } = useStudy();
  const hidden = useDesk((desk) => desk.hiddenCoders);
  const users = study?.users ?? [];
  if (users.length < 2) return null;
  const toggle = (guid: string) =>
    useDesk.setState({
      hiddenCoders: hidden.includes(guid)
        ? hidden.filter((one) => one !== guid)
        : [...hidden, guid],
    });
  return (
    <Menu
      label={t("filter.coders")}
      placement="bottom end"
      lines={users.map(({ guid, name }) => ({
        id: guid,
        label: name,
        icon: hidden.includes(guid) ? ("minus" as const) : ("check" as const),
        hint: hidden.includes(guid) ? t("filter.faded") : "",
        onAction: () => toggle(guid),
      }))}
    >
      <IconButton icon="person" label={t("filter.coders")} pressed={hidden.length > 0} />
    </Menu>
  );
}

/** What the text is, how far it is, and how it is looked at. */
export function DeskBar({ source, codes, onSources, onCodes }: Props) {
  const { t } = useTranslation(["reduce", "shell"]);
  const change = useChangeSource();
  const onlyCode = useDesk((desk) => desk.onlyCode);
  const isFinding = useDesk((desk) => desk.isFinding);
  const only = codes.find(({ guid }) => guid === onlyCode);
  return (
    <header className="desk-bar">
      {onSources && (
        <Button small look="quiet" icon="list" onPress={onSources}>
          {t("sources.title")}
        </Button>
      )}
      <h1 className="clip" title={source?.name}>
        {source?.name}
      </h1>
      {source && (
        <span className="muted desk-facts clip">
          {source.cases.map(({ name }) => name).join(", ")}
          {source.cases.length > 0 && " · "}
          {t("sources.codings", { count: source.codings })}
        </span>
      )}
      <span className="push" />
      {only && (
        <Chip removal={t("filter.clear")} onRemove={() => useDesk.setState({ onlyCode: null })}>
          {t("filter.only", { name: only.name })}
        </Chip>
      )}
      {source && (
        <div className="desk-status">
          <Select
            label={t("status.label")}
            hidden
            choices={STATUSES.map((id) => ({ id, label: t(`status.${id}`) }))}
            value={source.status as SourceStatus}
            onChange={(status) =>
              change.mutate(
                { source, patch: { status } },
                {
                  onError: (error) =>
                    toastProblem(error, t("failed.change"), t("shell:offline.hint")),
                },
              )
            }
          />
        </div>
      )}
      <IconButton
        icon="search"
        label={t("keys.find")}
        keys="/"
        pressed={isFinding}
        onPress={() => useDesk.setState({ isFinding: !isFinding })}
      />
      <Coders />
      <ReadingMenu />
      <IconButton
        icon="keyboard"
        label={t("keys.help")}
        keys="?"
        onPress={() => useDesk.setState({ dialog: { kind: "keys" } })}
      />
      {onCodes && (
        <Button small look="quiet" icon="code" onPress={onCodes}>
          {t("codes.title")}
        </Button>
      )}
    </header>
  );
}
