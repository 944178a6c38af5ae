import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCodeList } from "../../../api/codes";
import { type Together, useMakePattern, useTogether } from "../../../api/patterns";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Checkbox, TextField } from "../../../components/Field";
import { toast } from "../../../components/toasts";
import { CodesPicker } from "../../display/CodesPicker";
import { Recurrence } from "./Recurrence";
import "./patterns.css";

interface Props {
  /** The codes that are chosen at first. */
  codes: readonly string[];
  onClose: () => void;
}

/** Pairs of codes that are found together, to begin with. */
function Pairs({ onTake }: { onTake: (pair: Together) => void }) {
  const { t } = useTranslation("patterns");
  const { data } = useTogether();
  if (!data) return null;
  return (
    <section className="pattern-pairs" aria-label={t("together")}>
      <h3>{t("together")}</h3>
      {data.length === 0 && <p className="muted">{t("noneTogether")}</p>}
      <ul>
        {data.map((pair) => (
          <li key={`${pair.first.guid} ${pair.second.guid}`}>
            <Button small look="quiet" onPress={() => onTake(pair)}>
              <bdi>{pair.first.path}</bdi> + <bdi>{pair.second.path}</bdi>
            </Button>
            <small className="muted">
              {t("met", { count: pair.together })} · {t("inCases", { count: pair.cases })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A pattern code made of some codes, with how often they recur counted before it is. */
export function PatternDialog({ codes: first, onClose }: Props) {
  const { t } = useTranslation(["patterns", "shell"]);
  const codes = useCodeList();
  const make = useMakePattern();
  const [chosen, setChosen] = useState<readonly string[]>(first);
  const [name, setName] = useState("");
  const [why, setWhy] = useState("");
  const [below, setBelow] = useState(false);
  const submit = () =>
    make.mutate(
      { name: name.trim(), codes: [...chosen], why, below },
      {
        onSuccess: (made) => {
          onClose();
          toast(t("made", { name: made.name }), {
            doing: {
              label: t("finding"),
              act: () => {
                window.location.hash = `#/conclude?new&kind=pattern&code=${made.guid}`;
              },
            },
          });
        },
      },
    );
  return (
    <Dialog
      title={t("title")}
      isOpen
      width="44rem"
      unsaved={name.trim() !== "" || why.trim() !== ""}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("shell:cancel")}</Button>
          <Button
            look="primary"
            writes
            isDisabled={name.trim() === "" || chosen.length < 2}
            isPending={make.isPending}
            onPress={submit}
          >
            {t("make")}
          </Button>
        </>
      }
    >
      <div className="pattern-dialog">
        <p className="muted">{t("lead")}</p>
        <CodesPicker
          label={t("codes")}
          codes={codes}
          chosen={chosen}
          none={t("noCodes")}
          onChange={setChosen}
        />
        {chosen.length === 0 ? (
          <Pairs onTake={({ first, second }) => setChosen([first.guid, second.guid])} />
        ) : (
          <Recurrence codes={chosen} />
        )}
        <TextField
          label={t("name")}
          value={name}
          onChange={setName}
          {...(make.error && { error: make.error.message })}
        />
        <TextField label={t("why")} note={t("whyNote")} rows={2} value={why} onChange={setWhy} />
        <Checkbox isSelected={below} onChange={setBelow}>
          {t("below")}
        </Checkbox>
      </div>
    </Dialog>
  );
}
