import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddCode, useCodeList } from "../api/codes";
import { type Asked, type FormAbout, type FormOf, useFilled, useForms } from "../api/forms";
import { useStudy } from "../api/study";
import { addressOf } from "../app/address";
import { goTo } from "../app/hash";
import { pointsOf } from "../lib/form-lines";
import { EmptyState, Loading } from "./Bits";
import { Button } from "./Button";
import { Select } from "./Field";
import { useFieldWriting } from "./form-writing";
import { Markdown } from "./Markdown";
import { MarkdownEditor } from "./MarkdownEditor";
import { toast, toastProblem } from "./toasts";
import "./form.css";
import "./editable.css";

/** The points of a field, each of which may become a code. */
function Points({ text }: { text: string }) {
  const { t } = useTranslation(["memos", "shell"]);
  const codes = useCodeList();
  const add = useAddCode();
  const known = new Set(codes.map(({ name }) => name.toLocaleLowerCase()));
  const points = pointsOf(text).filter((point) => !known.has(point.toLocaleLowerCase()));
  if (points.length === 0) return null;
  const make = (name: string) =>
    add.mutate(
      { name },
      {
        onSuccess: ({ guid }) =>
          toast(t("form.codeMade", { name }), {
            tone: "good",
            doing: { label: t("form.show"), act: () => goTo(addressOf("code", guid)) },
          }),
        onError: (error) => toastProblem(error, t("form.codeFailed"), t("shell:offline.hint")),
      },
    );
  return (
    <ul className="form-points">
      {points.map((point) => (
        <li key={point}>
          <Button small look="quiet" icon="code" onPress={() => make(point)}>
            {t("form.makeCode", { name: point })}
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface FieldProps {
  of: FormOf;
  asked: Asked;
  revision: number;
  readOnly: boolean;
}

function Field({ of, asked, revision, readOnly }: FieldProps) {
  const { t } = useTranslation(["memos", "shell"]);
  const field = useFieldWriting(of, asked, revision);
  return (
    <div className={`form-field${asked.field ? " each" : ""}`}>
      <span className="field-label" aria-hidden="true">
        {asked.label}
      </span>
      <MarkdownEditor
        label={asked.field ? `${asked.field}: ${asked.label}` : asked.label}
        value={field.text}
        rows={asked.rows}
        placeholder={asked.hint}
        readOnly={readOnly}
        onChange={field.write}
        onBlur={field.save}
        onSave={field.save}
      />
      {field.isKept && (
        <span className="field-note" role="status">
          {t("standing.kept")}
        </span>
      )}
      {field.contested && (
        <div className="contested" role="alert">
          <p>
            {asked.value
              ? t("shell:contested.changed", { value: asked.value })
              : t("shell:contested.emptied")}
          </p>
          <Button small onPress={field.keepMine}>
            {t("shell:contested.keep")}
          </Button>
          <Button small onPress={field.takeTheirs}>
            {t("shell:contested.take")}
          </Button>
        </div>
      )}
      {asked.lines === "points" && !readOnly && <Points text={field.text} />}
    </div>
  );
}

/** One form of a source or case, to be filled in place. */
function Sheet({ of, readOnly }: { of: FormOf; readOnly: boolean }) {
  const { t } = useTranslation("memos");
  const { data, error } = useFilled(of);
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <Loading />;
  return (
    <div className="form-sheet">
      <p className="muted">{data.description}</p>
      {data.asked.map((asked, at) => (
        <div key={asked.name}>
          {asked.field && asked.field !== data.asked[at - 1]?.field && (
            <h3 className="form-each">{asked.field}</h3>
          )}
          <Field of={of} asked={asked} revision={data.revision} readOnly={readOnly} />
        </div>
      ))}
      {data.other && (
        <section className="form-other" aria-label={t("form.other")}>
          <h3>{t("form.other")}</h3>
          <Markdown text={data.other} />
        </section>
      )}
      {data.memo && (
        <a className="form-memo" href={`#/memos/${data.memo}`}>
          {t("form.asMemo")}
        </a>
      )}
    </div>
  );
}

interface Props {
  about: FormAbout;
  guid: string;
  /** The kind of source, by which a form is proposed. */
  kind?: string | undefined;
  /** The forms that are filled already come first. */
  filled?: readonly string[] | undefined;
}

/** The summary forms of a source or case: one is chosen and filled; it is saved field by field. */
export function FormPanel({ about, guid, kind, filled }: Props) {
  const { t } = useTranslation("memos");
  const { data: study } = useStudy();
  const forms = useForms();
  const [chosen, setChosen] = useState<string | null>(null);
  const own = (forms.data ?? []).filter((form) => form.about === about);
  const proposed =
    own.find(({ name }) => filled?.includes(name)) ??
    own.find(({ kinds }) => kind !== undefined && kinds.includes(kind)) ??
    own[0];
  const name = chosen ?? proposed?.name;
  const readOnly = !study || Boolean(study.read_only);
  if (forms.error) return <EmptyState icon="warning" title={t("form.unread")} />;
  if (!name) return <Loading />;
  return (
    <div className="form-panel">
      {own.length > 1 && (
        <Select
          label={t("form.which")}
          choices={own.map(({ name: id, title }) => ({
            id,
            label: title,
            ...(filled?.includes(id) && { note: t("form.begun") }),
          }))}
          value={name}
          onChange={setChosen}
        />
      )}
      <Sheet key={`${guid} ${name}`} of={{ about, guid, form: name }} readOnly={readOnly} />
    </div>
  );
}
