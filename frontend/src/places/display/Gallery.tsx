import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type DisplayKind, useDisplayKinds, useSavedDisplays } from "../../api/displays";
import { EmptyState, Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { SearchField } from "../../components/Field";
import { Icon } from "../../components/Icon";
import { dated } from "../../lib/dates";
import { Sketch } from "./Sketch";
import { writePlace } from "./settings";

const PURPOSES = ["explore", "describe", "order", "explain", "predict"] as const;

function address(kind: string, settings: Readonly<Record<string, unknown>>, saved: string | null) {
  const search = writePlace({ settings, view: "table", saved, cell: null });
  return `#/display/${kind}${search ? `?${search}` : ""}`;
}

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

/** All displays by what they are for, and those that were saved. */
export function Gallery() {
  const { t } = useTranslation("display");
  const { data: all, isPending, isError, refetch } = useDisplayKinds();
  const [text, setText] = useState("");
  const sought = text.trim().toLocaleLowerCase();
  const kinds = (all ?? []).filter((kind) =>
    letters(kind.title, kind.about, kind.source, kind.name).includes(sought),
  );
  if (isPending) {
    return <Loading />;
  }
  if (isError) {
    const again = <Button onPress={() => refetch()}>{t("retry")}</Button>;
    return <EmptyState icon="display" title={t("unread")} doings={again} />;
  }
  return (
    <div className="place-page">
      <header className="place-head">
        <h1>{t("title")}</h1>
        <p className="muted">{t("lead")}</p>
        <SearchField label={t("find")} value={text} onChange={setText} />
      </header>
      <Saved kinds={all} sought={sought} />
      {kinds.length === 0 && <p className="muted">{t("noneFound")}</p>}
      <div className="display-purposes">
        {PURPOSES.filter((purpose) => kinds.some((kind) => kind.purpose === purpose)).map(
          (purpose) => (
            <section key={purpose} aria-labelledby={`displays-${purpose}`}>
              <h2 id={`displays-${purpose}`}>
                {t(`purpose.${purpose}`)} <small>{t(`purposeAbout.${purpose}`)}</small>
              </h2>
              <ul className="display-kinds">
                {kinds
                  .filter((kind) => kind.purpose === purpose)
                  .map((kind) => (
                    <li key={kind.name}>
                      <a href={address(kind.name, {}, null)}>
                        <Sketch kind={kind.name} purpose={kind.purpose} />
                        <span className="display-kind-text">
                          <strong>{kind.title}</strong>
                          <span>{kind.about}</span>
                          {kind.source && (
                            <small>{t("caption.source", { source: kind.source })}</small>
                          )}
                        </span>
                        <Icon name="right" size={16} />
                      </a>
                    </li>
                  ))}
              </ul>
            </section>
          ),
        )}
      </div>
    </div>
  );
}
