import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type AnswerForm,
  type ChecklistName,
  type Item,
  type ItemState,
  ownOf,
  useAnswering,
} from "../../api/checklists";
import { Button } from "../../components/Button";
import { Select, TextField } from "../../components/Field";
import { toastProblem } from "../../components/toasts";

const STATES: readonly ItemState[] = ["on record", "partly", "not on record", "not applicable"];

interface Props {
  of: ChecklistName;
  item: Item;
  onDone: () => void;
}

/** What one answers to an item; Ctrl Enter saves, Esc leaves it. What was typed stays on a refusal. */
export function Answering({ of, item, onDone }: Props) {
  const { t } = useTranslation(["quality", "shell"]);
  const own = ownOf(item);
  const { put, takeBack } = useAnswering(of);
  const [given, setGiven] = useState<Required<AnswerForm>>({
    state: own?.state ?? "on record",
    text: own?.text ?? "",
    place: own?.place ?? "",
  });
  const change = (some: Partial<AnswerForm>) => setGiven((now) => ({ ...now, ...some }));
  const refused = (error: unknown) => toastProblem(error, t("failed"), t("shell:offline.hint"));
  const isUnsaid = given.state === "not applicable" && given.text.trim() === "";
  const save = () => {
    if (isUnsaid) return;
    put.mutate({ item, given }, { onSuccess: onDone, onError: refused });
  };
  const back = () => takeBack.mutate(item, { onSuccess: onDone, onError: refused });
  return (
    <form
      className="item-form"
      aria-label={t("answerOf", { number: item.number })}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          save();
        }
        if (event.key === "Escape") {
          event.stopPropagation();
          onDone();
        }
      }}
    >
      <TextField
        label={t("text")}
        value={given.text}
        rows={3}
        autoFocus
        onChange={(text) => change({ text })}
        {...(isUnsaid && { error: t("unsaid") })}
      />
      <div className="item-fields">
        <Select
          label={t("state")}
          choices={STATES.map((id) => ({ id, label: t(`states.${id}`) }))}
          value={given.state}
          onChange={(state) => change({ state })}
        />
        <TextField
          label={t("place")}
          value={given.place}
          placeholder={t("placeHint")}
          onChange={(place) => change({ place })}
        />
      </div>
      <div className="item-doings">
        <Button small look="primary" isPending={put.isPending} onPress={save}>
          {t("save")}
        </Button>
        <Button small look="quiet" onPress={onDone}>
          {t("shell:cancel")}
        </Button>
        {own && (
          <Button small look="quiet" icon="undo" isPending={takeBack.isPending} onPress={back}>
            {t("takeBack")}
          </Button>
        )}
      </div>
    </form>
  );
}
