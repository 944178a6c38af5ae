import { memo } from "react";
import { useTranslation } from "react-i18next";
import { lasting } from "../../api/lasting";
import { useChangeSource } from "../../api/sources";
import type { Code, Source, SourceStatus } from "../../api/types";
import { useWritten } from "../../commands/keymap";
import { Chip } from "../../components/Bits";
import { Button, IconButton } from "../../components/Button";
import { Select } from "../../components/Field";
import { toastProblem } from "../../components/toasts";
import { Writing } from "../../components/Writing";
import { BlindBadge, CoderFilter } from "./CoderFilter";
import { useDesk } from "./desk";
import { NotesButton } from "./NotesPanel";
import { ReadingMenu } from "./ReadingMenu";

const STATUSES: readonly SourceStatus[] = ["to read", "in progress", "coded"];

interface Props {
  source: Source | undefined;
  codes: readonly Code[];
  /** Opens the list of sources or the codebook, where they are not beside the text. */
  onSources: (() => void) | null;
  onCodes: (() => void) | null;
}

/** What the text is, how far it is, and how it is looked at. */
export const DeskBar = memo(function DeskBar({ source, codes, onSources, onCodes }: Props) {
  const { t } = useTranslation(["reduce", "desk", "commands", "shell"]);
  const change = useChangeSource();
  const onlyCode = useDesk((desk) => desk.onlyCode);
  const isFinding = useDesk((desk) => desk.isFinding);
  const isFocused = useDesk((desk) => desk.isFocused);
  const search = useDesk((desk) => desk.search);
  const hides = useDesk((desk) => desk.hidesOthers);
  const findKey = useWritten("reduce.find");
  const everywhereKey = useWritten("reduce.findEverywhere");
  const focusKey = useWritten("reduce.focus");
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
      <BlindBadge />
      {only && (
        <>
          <Chip removal={t("filter.clear")} onRemove={() => useDesk.setState({ onlyCode: null })}>
            {t("filter.only", { name: only.name })}
          </Chip>
          <IconButton
            icon="filter"
            label={t("desk:filter.hide")}
            pressed={hides}
            onPress={() => useDesk.setState({ hidesOthers: !hides })}
          />
        </>
      )}
      {source && (
        <div className="desk-status">
          <Writing>
            <Select
              label={t("status.label")}
              hidden
              choices={STATUSES.map((id) => ({ id, label: t(`status.${id}`) }))}
              value={source.status as SourceStatus}
              onChange={(status) =>
                lasting(
                  change,
                  { source, patch: { status } },
                  {
                    onError: (error) =>
                      toastProblem(error, t("failed.change"), t("shell:offline.hint")),
                  },
                )
              }
            />
          </Writing>
        </div>
      )}
      <IconButton
        icon="search"
        label={t("commands:reduce.find")}
        keys={findKey}
        pressed={isFinding}
        onPress={() => useDesk.setState({ isFinding: !isFinding })}
      />
      <IconButton
        icon="list"
        label={t("commands:reduce.findEverywhere")}
        keys={everywhereKey}
        pressed={search !== null}
        onPress={() => useDesk.setState({ search: search ? null : "words" })}
      />
      <NotesButton />
      <CoderFilter />
      <ReadingMenu />
      <IconButton
        icon="panel"
        label={t("commands:reduce.focus")}
        keys={focusKey}
        pressed={isFocused}
        onPress={() => useDesk.setState({ isFocused: !isFocused })}
      />
      {onCodes && (
        <Button small look="quiet" icon="code" onPress={onCodes}>
          {t("codes.title")}
        </Button>
      )}
    </header>
  );
});
