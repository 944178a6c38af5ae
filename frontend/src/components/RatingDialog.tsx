import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Grid, type Rating, shownBy, useRatingDoings } from "../api/happenings";
import type { NotedWords } from "../app/noting";
import { useUndoing } from "../app/undoing";
import { useTyped } from "../lib/typed";
import { Badge } from "./Bits";
import { Button, IconButton } from "./Button";
import { Dialog } from "./Dialog";
import { EvidenceOf } from "./EvidenceOf";
import { Select, TextField } from "./Field";
import { Meanwhile } from "./Meanwhile";
import { toast, toastProblem } from "./toasts";
import "./happened-dialog.css";

type Variable = Grid["variables"][number];

interface Levels {
  value: string;
  date: string;
  note: string;
}

interface FieldsProps {
  variable: Variable | undefined;
  draft: Levels;
  onPut: (part: Partial<Levels>) => void;
}

/** How far, when and why. */
function Fields({ variable, draft, onPut }: FieldsProps) {
  const { t } = useTranslation("happened");
  return (
    <>
      <Select
        label={t("ratings.level")}
        choices={(variable?.options ?? []).map((id) => ({ id, label: id }))}
        value={draft.value || null}
        onChange={(value) => onPut({ value })}
      />
      <TextField
        label={t("date")}
        note={t("ratings.dateNote")}
        value={draft.date}
        onChange={(date) => onPut({ date })}
      />
      <TextField
        label={t("ratings.note")}
        rows={2}
        value={draft.note}
        onChange={(note) => onPut({ note })}
      />
    </>
  );
}

interface ChangingProps {
  one: Rating;
  variable: Variable;
  onClose: () => void;
}

/** A rating that is there, written anew. */
function Changing({ one, variable, onClose }: ChangingProps) {
  const { t } = useTranslation(["happened", "shell"]);
  const { value, date, note } = one;
  const { draft, patch, contested, put, forget } = useTyped({ value, date, note });
  const { change } = useRatingDoings();
  const label = { value: t("ratings.level"), date: t("date"), note: t("ratings.note") };
  const keep = () =>
    change.mutate(
      { one, patch },
      {
        onSuccess: onClose,
        onError: (error) => toastProblem(error, t("notSaved"), t("shell:offline.hint")),
      },
    );
  return (
    <fieldset className="happened-new">
      <legend>{t("ratings.changing", { value: one.value, when: one.when })}</legend>
      <Meanwhile
        fields={contested.map((id) => ({ id, label: label[id], value: one[id] }))}
        onTake={(id) => forget(id as keyof Levels)}
      />
      <Fields variable={variable} draft={draft} onPut={put} />
      <p className="happened-doings">
        <Button small look="primary" writes isPending={change.isPending} onPress={keep}>
          {t("save")}
        </Button>
        <Button small onPress={onClose}>
          {t("shell:cancel")}
        </Button>
      </p>
    </fieldset>
  );
}

/** A rating of the past: its level, date, person, note and words. */
function Rated({ one, variable }: { one: Rating; variable: Variable }) {
  const { t } = useTranslation(["happened", "shell"]);
  const [isChanging, setChanging] = useState(false);
  const { remove } = useRatingDoings();
  const { undo } = useUndoing();
  const told = { value: one.value, when: one.when };
  const drop = () =>
    void remove.mutateAsync(one).then(
      () => toast(t("ratings.removed"), { doing: { label: t("shell:undo.undo"), act: undo } }),
      (error: unknown) => toastProblem(error, t("notSaved"), t("shell:offline.hint")),
    );
  return (
    <li>
      <p className="happened-rating">
        <strong>{one.value}</strong>
        {one.shown && <Badge tone="accent">{t("ratings.shown")}</Badge>}
        <span className="muted">
          {one.when} · {one.by}
        </span>
        <span className="push" />
        <IconButton
          icon="edit"
          size={14}
          label={t("ratings.change", told)}
          writes
          onPress={() => setChanging(true)}
        />
        <IconButton
          icon="trash"
          size={14}
          label={t("ratings.remove", told)}
          writes
          onPress={drop}
        />
      </p>
      {isChanging ? (
        <Changing one={one} variable={variable} onClose={() => setChanging(false)} />
      ) : (
        one.note && <p>{one.note}</p>
      )}
      <EvidenceOf
        of="ratings"
        guid={one.guid}
        evidence={one.evidence}
        name={`${one.value}, ${one.when}`}
      />
    </li>
  );
}

interface Props {
  grid: Grid;
  /** The case and the variable by GUID; what is not known is chosen here. */
  rated?: string;
  variable?: string;
  /** Words that a new rating rests on. */
  words?: NotedWords | null;
  onClose: () => void;
}

const NOTHING: Levels = { value: "", date: "", note: "" };

/** All ratings of a variable in a case, each to be changed, and a new one. */
export function RatingDialog({ grid, rated = "", variable = "", words = null, onClose }: Props) {
  const { t } = useTranslation(["happened", "shell"]);
  const [of, setOf] = useState({ rated, variable });
  const [draft, setDraft] = useState(NOTHING);
  const { rate } = useRatingDoings();
  const one = grid.cases.find(({ guid }) => guid === of.rated);
  const by = grid.variables.find(({ guid }) => guid === of.variable);
  const there = grid.ratings.filter(
    ({ case: of_, attribute }) => of_ === one?.guid && attribute === by?.guid,
  );
  const keep = () =>
    rate.mutate(
      {
        case: of.rated,
        variable: of.variable,
        ...draft,
        shown: words ? [shownBy(words)] : [],
      },
      {
        onSuccess: () => {
          if (words) toast(t("ratings.done", { case: one?.name ?? "" }), { tone: "good" });
          onClose();
        },
        onError: (error) => toastProblem(error, t("notSaved"), t("shell:offline.hint")),
      },
    );
  const choices = (from: readonly { guid: string; name: string }[]) =>
    from.map(({ guid, name }) => ({ id: guid, label: name }));
  return (
    <Dialog
      title={
        rated && variable && one && by
          ? t("ratings.of", { case: one.name, variable: by.name })
          : t("ratings.new")
      }
      isOpen
      unsaved={draft.note.trim() !== ""}
      onClose={onClose}
      width="34rem"
      footer={
        <>
          <span className="push" />
          <Button onPress={onClose}>{t("shell:close")}</Button>
          <Button
            look="primary"
            writes
            isDisabled={!one || !by || draft.value === ""}
            isPending={rate.isPending}
            onPress={keep}
          >
            {t("ratings.rate")}
          </Button>
        </>
      }
    >
      {words && (
        <blockquote className="happened-words" dir="auto">
          {words.quote}
        </blockquote>
      )}
      {grid.variables.length === 0 && <p className="muted">{t("ratings.none")}</p>}
      {!(rated && variable) && (
        <Select
          label={t("ratings.case")}
          choices={choices(grid.cases)}
          value={of.rated || null}
          onChange={(chosen) => setOf({ ...of, rated: chosen })}
        />
      )}
      {!variable && (
        <Select
          label={t("ratings.variable")}
          choices={choices(grid.variables)}
          value={of.variable || null}
          onChange={(chosen) => {
            setOf({ ...of, variable: chosen });
            setDraft({ ...draft, value: "" });
          }}
        />
      )}
      {by?.description && <p className="muted">{by.description}</p>}
      {by && there.length > 0 && (
        <ul className="happened-ratings" aria-label={t("ratings.title")}>
          {there.map((rating) => (
            <Rated key={rating.guid} one={rating} variable={by} />
          ))}
        </ul>
      )}
      <h3 className="happened-head">{t("ratings.anew")}</h3>
      <Fields variable={by} draft={draft} onPut={(part) => setDraft({ ...draft, ...part })} />
    </Dialog>
  );
}
