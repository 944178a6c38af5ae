import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Choice, Merge } from "../../../api/merges";
import { Button } from "../../../components/Button";
import { ClashCard } from "./ClashCard";
import { Coming } from "./Coming";
import { choose, chooseAll, putAway, takeIn, useMerging } from "./merging";

/** So many clashes are shown at once. */
const AT_ONCE = 50;

interface Props {
  merge: Merge;
  /** Says why something was not done. */
  onFail: (error: unknown) => void;
  onDone: () => void;
}

function Doings({ open, onFail, onDone }: { open: number } & Omit<Props, "merge">) {
  const { t } = useTranslation(["merging", "shell"]);
  const isBusy = useMerging((merging) => merging.isBusy);
  const write = () => void takeIn().then((done) => done && onDone(), onFail);
  return (
    <div className="merge-doings">
      <span role="status">{open > 0 ? t("open", { count: open }) : t("settled")}</span>
      <Button onPress={() => void putAway().catch(onFail)}>{t("shell:cancel")}</Button>
      <Button
        look="primary"
        icon="import"
        writes
        isDisabled={open > 0}
        isPending={isBusy && open === 0}
        onPress={write}
      >
        {t("takeIn")}
      </Button>
    </div>
  );
}

/** The clashes, each with what stays of it. */
function Clashes({ merge, onFail }: Omit<Props, "onDone">) {
  const { t } = useTranslation("merging");
  const { clashes } = merge.plan;
  const choices = useMerging((merging) => merging.choices);
  const [shown, setShown] = useState(AT_ONCE);
  const list = useRef<HTMLDivElement>(null);
  const next = (from: number) => {
    const after = [...clashes.slice(from + 1), ...clashes.slice(0, from)];
    const wanted = after.find(({ key }) => !choices[key]);
    const place = wanted ? clashes.indexOf(wanted) : -1;
    const card = list.current?.children[place];
    card?.querySelector<HTMLElement>("input")?.focus();
    card?.scrollIntoView({ block: "nearest" });
  };
  const pick = (key: string, choice: Choice) => void choose(key, choice).catch(onFail);
  const all = (side: "ours" | "theirs") => void chooseAll(side).catch(onFail);
  return (
    <section aria-labelledby="merge-clashes">
      <div className="merge-clashes-head">
        <h2 id="merge-clashes">{t("clashes", { count: clashes.length })}</h2>
        <div>
          <Button small onPress={() => all("ours")}>
            {t("allOurs")}
          </Button>
          <Button small onPress={() => all("theirs")}>
            {t("allTheirs")}
          </Button>
        </div>
      </div>
      <p className="muted">{t("hint")}</p>
      <div className="clashes" ref={list}>
        {clashes.slice(0, shown).map((clash, place) => (
          <ClashCard
            key={clash.key}
            clash={clash}
            choice={choices[clash.key] ?? null}
            onChoose={(choice) => pick(clash.key, choice)}
            onNext={() => next(place)}
          />
        ))}
      </div>
      {clashes.length > shown && (
        <Button onPress={() => setShown(shown + AT_ONCE)}>
          {t("more", { count: clashes.length - shown })}
        </Button>
      )}
    </section>
  );
}

/** What a copy would bring, what clashes, and the way to bring it in. */
export function Choosing({ merge, onFail, onDone }: Props) {
  const { t } = useTranslation("merging");
  const { plan } = merge;
  return (
    <>
      <section aria-labelledby="merge-coming">
        <h2 id="merge-coming">{t("coming", { file: merge.file })}</h2>
        <p className="muted">
          {plan.common > 0
            ? t("shared", { other: plan.other, seq: plan.common })
            : t("apart", { other: plan.other })}
        </p>
        {plan.empty ? <p>{t("nothing")}</p> : <Coming plan={plan} />}
      </section>
      {plan.clashes.length > 0 && <Clashes merge={merge} onFail={onFail} />}
      {plan.empty ? (
        <Button onPress={() => void putAway().catch(onFail)}>{t("another")}</Button>
      ) : (
        <Doings open={plan.open} onFail={onFail} onDone={onDone} />
      )}
    </>
  );
}
