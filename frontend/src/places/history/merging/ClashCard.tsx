import { Radio, RadioGroup, type RadioProps } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Choice, Clash } from "../../../api/merges";
import { timed } from "../../../lib/dates";
import { plainly } from "../changes";
import { Difference } from "../Difference";
import { deedOf, piecesOf, type Side } from "./sides";

/** Longer texts of before are shown when asked for. */
const LONG = 120;

type KeyboardEvent = Parameters<NonNullable<RadioProps["onKeyDown"]>>[0];

interface Props {
  clash: Clash;
  choice: Choice | null;
  onChoose: (choice: Choice) => void;
  /** Goes on to the next that is not chosen. */
  onNext: () => void;
}

/** By whom and when a side has it so. */
function By({ clash, side }: { clash: Clash; side: Side }) {
  const who = clash[`${side}_by`];
  const when = clash[`${side}_at`];
  return (
    <span className="muted clash-by">
      {who}
      {when && (
        <>
          {who && ", "}
          <time dateTime={when}>{timed(when)}</time>
        </>
      )}
    </span>
  );
}

function Has({ clash, side }: { clash: Clash; side: Side }) {
  const { t } = useTranslation(["merging", "history"]);
  if (clash.what !== "field" && clash.what !== "loop") {
    const deed = deedOf(clash, side);
    return <span>{t(`deed.${deed}`, { count: clash.used })}</span>;
  }
  const pieces = piecesOf(clash, side);
  if (pieces.length === 0) return <i>{t("history:empty_value")}</i>;
  return <Difference pieces={pieces} />;
}

/** What it was when both were the same. */
function Before({ clash }: { clash: Clash }) {
  const { t } = useTranslation(["merging", "history"]);
  if (!clash.known || (clash.what !== "field" && clash.what !== "loop")) return null;
  const text = plainly(clash.base);
  if (text.length > LONG)
    return (
      <details className="clash-before">
        <summary>{t("history:before")}</summary>
        <p dir="auto">{text}</p>
      </details>
    );
  return (
    <p className="clash-before">
      {t("history:before")}: {text === "" ? <i>{t("history:empty_value")}</i> : <bdi>{text}</bdi>}
    </p>
  );
}

/** What clashes, as a heading. */
function Title({ clash }: { clash: Clash }) {
  const { t } = useTranslation(["merging", "history"]);
  const { kind, field } = clash;
  return (
    <>
      {t(`kind.${kind as "memo"}`, { defaultValue: kind })}
      {clash.name && <bdi> “{clash.name}”</bdi>}
      {field && (
        <span className="muted">
          {" · "}
          {t(`history:fields.${field as "name"}`, { defaultValue: field.replaceAll("_", " ") })}
        </span>
      )}
    </>
  );
}

/** One clash: both sides beside each other, of which one is chosen, or both. */
export function ClashCard({ clash, choice, onChoose, onNext }: Props) {
  const { t } = useTranslation("merging");
  const id = `clash-${clash.key}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = clash.choices[Number(event.key) - 1];
    if (!wanted || event.ctrlKey || event.metaKey || event.altKey) {
      event.continuePropagation();
      return;
    }
    event.preventDefault();
    onChoose(wanted);
    onNext();
  };
  return (
    <section className="clash" data-open={choice === null || undefined}>
      <h3 id={id}>
        <Title clash={clash} />
      </h3>
      {clash.what === "loop" && <p className="muted">{t("loop")}</p>}
      <RadioGroup
        className="clash-sides"
        aria-labelledby={id}
        value={choice}
        onChange={(value) => onChoose(value as Choice)}
      >
        {clash.choices.map((one, place) => (
          <Radio key={one} value={one} className="clash-side" onKeyDown={onKeyDown}>
            <span className="clash-choice">
              <b>{t(`choice.${one}`)}</b>
              <span className="clash-key muted" aria-hidden="true">
                {place + 1}
              </span>
            </span>
            {one === "both" ? (
              <span className="muted">{t("bothHint")}</span>
            ) : (
              <>
                <By clash={clash} side={one} />
                <span className="clash-value">
                  <Has clash={clash} side={one} />
                </span>
              </>
            )}
          </Radio>
        ))}
      </RadioGroup>
      <Before clash={clash} />
    </section>
  );
}
