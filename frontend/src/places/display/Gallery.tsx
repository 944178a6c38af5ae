import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type DisplayKind, useDisplayKinds, useSavedDisplays } from "../../api/displays";
import { Loading } from "../../components/Bits";
import { SearchField } from "../../components/Field";
import { Segmented } from "../../components/Segmented";
import { Unread } from "../../components/Unread";
import { dated } from "../../lib/dates";
import { DisplayTabs } from "./DisplayTabs";
import { address, KindCard } from "./KindCard";
import "./gallery.css";

const PURPOSES = ["explore", "describe", "order", "explain", "predict"] as const;

const letters = (...texts: string[]) => texts.join(" ").toLocaleLowerCase();

function Saved({ kinds, sought }: { kinds: readonly DisplayKind[]; sought: string }) {
  const { t } = useTranslation("display");
  const { data: all = [], isPending } = useSavedDisplays();
  const titleOf = (kind: string) => kinds.find((one) => one.name === kind)?.title ?? kind;
  const saved = all.filter((one) => letters(one.name, titleOf(one.kind)).includes(sought));
  if (isPending) {
    return null;
  }
  return (
    <section aria-labelledby="displays-saved">
      <h2 id="displays-saved">{t("saved.title")}</h2>
      {saved.length === 0 ? (
        <p className="muted">{all.length === 0 ? t("saved.none") : t("saved.noneFound")}</p>
      ) : (
        <ul className="display-saved">
          {saved.map((one) => (
            <li key={one.guid}>
              <a href={address(one.kind, one.settings, one.guid)}>
                <strong>{one.name}</strong>
                <span>{titleOf(one.kind)}</span>
                <small>{t("saved.made", { date: dated(one.created) })}</small>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What is worth the first look in a study of this size. */
function Suggested({ kinds }: { kinds: readonly DisplayKind[] }) {
  const { t } = useTranslation("gallery");
  const { t: say } = useTranslation("display");
  if (kinds.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="displays-suggested">
      <h2 id="displays-suggested">
        {t("suggested")} <small>{t("suggestedAbout")}</small>
      </h2>
      <ul className="display-saved">
        {kinds.map((kind) => (
          <li key={kind.name}>
            <a href={address(kind.name, {}, null)}>
              <strong>{kind.title}</strong>
              <span>{say(`purpose.${kind.purpose as (typeof PURPOSES)[number]}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** All displays by what they are for, and those that were saved. */
export function Gallery() {
  const { t } = useTranslation("display");
  const { t: words } = useTranslation("gallery");
  const { data: all, isPending, isError, refetch } = useDisplayKinds();
  const [text, setText] = useState("");
  const [purpose, setPurpose] = useState<(typeof PURPOSES)[number] | "all">("all");
  const sought = text.trim().toLocaleLowerCase();
  const kinds = (all ?? []).filter((kind) =>
    letters(kind.title, kind.about, kind.source, kind.name, ...kind.also).includes(sought),
  );
  if (isPending) {
    return <Loading />;
  }
  if (isError) {
    return <Unread title={t("unread")} onRetry={() => refetch()} />;
  }
  return (
    <div className="place-page">
      <header className="place-head">
        <h1>{t("title")}</h1>
        <DisplayTabs here="displays" />
        <p className="muted">{t("lead")}</p>
        <SearchField label={t("find")} value={text} onChange={setText} />
      </header>
      <Saved kinds={all} sought={sought} />
      {!sought && <Suggested kinds={all.filter((kind) => kind.suggested)} />}
      <div className="gallery-choice">
        <Segmented
          label={words("purpose")}
          value={purpose}
          choices={[
            { id: "all", label: words("every", { count: kinds.length }) },
            ...PURPOSES.map((id) => ({ id, label: t(`purpose.${id}`) })),
          ]}
          onChange={setPurpose}
        />
      </div>
      {kinds.length === 0 && <p className="muted">{t("noneFound")}</p>}
      <div className="display-purposes">
        {PURPOSES.filter((one) => purpose === "all" || one === purpose).map((one) => {
          const own = kinds.filter((kind) => kind.purpose === one);
          return own.length === 0 ? null : (
            <section key={one} aria-labelledby={`displays-${one}`}>
              <h2 id={`displays-${one}`}>
                {t(`purpose.${one}`)} <small>{t(`purposeAbout.${one}`)}</small>
              </h2>
              <ul className="display-kinds">
                {own.map((kind) => (
                  <KindCard key={kind.name} kind={kind} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}
