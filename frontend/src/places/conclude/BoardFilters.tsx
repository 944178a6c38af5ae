import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/findings";
import type { Study } from "../../api/types";
import { useCommands } from "../../commands/registry";
import { Button } from "../../components/Button";
import { Checkbox, SearchField, Select } from "../../components/Field";
import { CONFIDENCES, STATUSES } from "./board";
import { ALL, isFiltered, NO_FILTERS, NONE, useFilters } from "./filters";

interface Props {
  findings: readonly Finding[];
  questions: Study["questions"];
}

/** The codes that any finding is about, by their paths. */
function codesOf(findings: readonly Finding[]) {
  const found = new Map(
    findings.flatMap((one) => one.codes).map((code) => [code.guid, code.path] as const),
  );
  return [...found].sort(([, one], [, other]) => one.localeCompare(other));
}

/** What the board shows, by letters, question, status, confidence, code and stale judgements. */
export function BoardFilters({ findings, questions }: Props) {
  const { t } = useTranslation("conclude");
  const filters = useFilters();
  const field = useRef<HTMLInputElement>(null);
  const set = useFilters.setState;
  useCommands({ "conclude.filter": () => field.current?.focus() });
  const codes = codesOf(findings);
  return (
    <search className="board-filters" aria-label={t("filter.title")}>
      <SearchField
        ref={field}
        label={t("filter.find")}
        value={filters.text}
        onChange={(text) => set({ text })}
      />
      {questions.length > 0 && (
        <Select
          hidden
          label={t("question.label")}
          choices={[
            { id: ALL, label: t("question.all") },
            ...questions.map((one) => ({ id: one.guid, label: one.text })),
            { id: NONE, label: t("question.none") },
          ]}
          value={filters.question}
          onChange={(question) => set({ question })}
        />
      )}
      <Select
        hidden
        label={t("status.label")}
        choices={[
          { id: ALL, label: t("filter.anyStatus") },
          ...STATUSES.map((id) => ({ id, label: t(`status.${id}`) })),
        ]}
        value={filters.status}
        onChange={(status) => set({ status })}
      />
      <Select
        hidden
        label={t("confidence.label")}
        choices={[
          { id: ALL, label: t("filter.anyConfidence") },
          ...CONFIDENCES.map((id) => ({ id, label: t(`confidence.${id}`) })),
          { id: NONE, label: t("confidence.none") },
        ]}
        value={filters.confidence}
        onChange={(confidence) => set({ confidence })}
      />
      {codes.length > 0 && (
        <Select
          hidden
          label={t("filter.code")}
          choices={[
            { id: ALL, label: t("filter.anyCode") },
            ...codes.map(([id, label]) => ({ id, label })),
          ]}
          value={filters.code}
          onChange={(code) => set({ code })}
        />
      )}
      <Checkbox isSelected={filters.stale} onChange={(stale) => set({ stale })}>
        {t("filter.stale")}
      </Checkbox>
      {isFiltered(filters) && (
        <Button small look="quiet" onPress={() => set(NO_FILTERS)}>
          {t("filter.clear")}
        </Button>
      )}
    </search>
  );
}
