import { useTranslation } from "react-i18next";
import { useEditCode, useRecolour } from "../../api/codebook";
import { lasting } from "../../api/lasting";
import type { Code, CodePatch } from "../../api/types";
import { Button } from "../../components/Button";
import { Editable } from "../../components/Editable";
import { Checkbox, Select } from "../../components/Field";
import { RelationsOf } from "../../components/RelationsOf";
import { RemarksOf } from "../../components/RemarksOf";
import { Writing } from "../../components/Writing";
import { Colours } from "./book/Colours";
import { CodeMemos, CodeTrail, CodeUses } from "./book/EntryParts";
import { Examples } from "./book/Examples";
import { ask } from "./book/shelf";
import { useDone } from "./book/use-done";
import { Recurrence } from "./patterns/Recurrence";
import "./book/code-entry.css";

const KINDS = ["a priori", "inductive", "pattern"] as const;
const CYCLES = ["first", "second"] as const;
const TEXTS = ["short", "definition", "when_to_use", "when_not_to_use"] as const;

interface Props {
  code: Code;
  codes: readonly Code[];
}

const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

/** A code's entry in the codebook, every part written over in its place. */
export function CodeEditor({ code, codes }: Props) {
  const { t } = useTranslation(["reduce", "codebook", "patterns"]);
  const edit = useEditCode();
  const recolour = useRecolour();
  const { onError } = useDone();
  const save = (patch: CodePatch) => lasting(edit, { code, patch }, { onError });
  const above = codes.find(({ guid }) => guid === code.parent);
  const kind = KINDS.find((one) => one === code.kind) ?? null;
  const cycle = CYCLES.find((one) => one === code.cycle) ?? null;
  return (
    <div className="entry-scroll">
      <div className="entry">
        <Writing>
          <Editable
            label={t("entry.name")}
            value={code.name}
            required
            onSave={(name) => save({ name })}
          />
          <div className="entry-place">
            <span className="field-label">{t("codebook:entry.place")}</span>
            <span className="clip">{above?.path ?? t("codebook:entry.top")}</span>
            <Button small look="quiet" onPress={() => ask({ kind: "move", codes: [code] })}>
              {t("codes.move")}
            </Button>
          </div>
          <Colours
            value={code.colour}
            onChange={(colour) =>
              lasting(recolour, { codes: [code.guid], colour, below: "keep" }, { onError })
            }
          />
          {TEXTS.map((field) => (
            <Editable
              key={field}
              label={t(`entry.${field}`)}
              {...(field === "short" && { note: t("entry.shortNote") })}
              value={code[field]}
              onSave={(text) => save({ [field]: text })}
            />
          ))}
          <Editable
            label={t("entry.examples")}
            note={t("entry.examplesNote")}
            value={code.examples.join("\n")}
            onSave={(text) => save({ examples: lines(text) })}
          />
          <Examples code={code} />
          <div className="entry-line">
            <Select
              label={t("entry.kind")}
              choices={KINDS.map((id) => ({ id, label: t(`entry.kinds.${id}`) }))}
              value={kind}
              onChange={(chosen) => save({ kind: chosen })}
            />
            <Select
              label={t("codebook:entry.cycle")}
              choices={CYCLES.map((id) => ({ id, label: t(`codebook:entry.cycles.${id}`) }))}
              value={cycle}
              onChange={(chosen) => save({ cycle: chosen })}
            />
          </div>
          <Checkbox isSelected={code.codable} onChange={(codable) => save({ codable })}>
            {t("entry.codable")}
          </Checkbox>
        </Writing>
        <RelationsOf key={code.guid} kind="code" guid={code.guid} name={code.name} />
        <CodeMemos code={code} />
        <RemarksOf kind="code" guid={code.guid} quiet />
        {code.kind === "pattern" && (
          <div className="entry-part">
            <h3>{t("patterns:recurrence")}</h3>
            <Recurrence codes={[code.guid]} />
          </div>
        )}
        <CodeUses code={code} />
        <CodeTrail code={code} />
      </div>
    </div>
  );
}
