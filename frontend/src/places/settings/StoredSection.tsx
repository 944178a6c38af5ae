import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStored } from "../../api/study-changes";
import { useWaiting } from "../../api/waiting";
import { Button } from "../../components/Button";
import { Confirm } from "../../components/Dialog";
import { toast } from "../../components/toasts";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** So many bytes as people say it. */
function useBytes() {
  const { i18n } = useTranslation();
  return (bytes: number) => {
    const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
    return new Intl.NumberFormat(i18n.language, {
      style: "unit",
      unit: UNITS[step] ?? "byte",
      maximumFractionDigits: 1,
    }).format(bytes / 1000 ** step);
  };
}

/** What this browser has kept, in characters. */
const keptHere = () =>
  Object.entries({ ...localStorage, ...sessionStorage })
    .filter(([name]) => name.startsWith("jejak"))
    .reduce((sum, [, text]) => sum + String(text).length, 0);

function forget(): void {
  useWaiting.setState({ held: [], refused: [] });
  for (const store of [localStorage, sessionStorage]) {
    for (const name of Object.keys(store)) if (name.startsWith("jejak")) store.removeItem(name);
  }
  location.reload();
}

/** Where the study lies, how large it is, and what this browser has kept. */
export function StoredSection() {
  const { t, i18n } = useTranslation("settings");
  const { data } = useStored();
  const bytes = useBytes();
  const number = new Intl.NumberFormat(i18n.language);
  const waiting = useWaiting(({ held, refused }) => held.length + refused.length);
  const [isAsking, setAsking] = useState(false);
  return (
    <section aria-labelledby="settings-stored">
      <h2 id="settings-stored">{t("stored.title")}</h2>
      {data && (
        <dl className="stored-facts">
          <div>
            <dt>{t("stored.path")}</dt>
            <dd>
              <code>{data.path ?? t("stored.memory")}</code>{" "}
              {data.path && (
                <Button
                  small
                  look="quiet"
                  onPress={() =>
                    navigator.clipboard
                      .writeText(data.path ?? "")
                      .then(() => toast(t("stored.copied"), { tone: "good" }))
                  }
                >
                  {t("stored.copy")}
                </Button>
              )}
            </dd>
          </div>
          <div>
            <dt>{t("stored.size")}</dt>
            <dd>{bytes(data.size)}</dd>
          </div>
          <div>
            <dt>{t("stored.originals")}</dt>
            <dd>
              {t("stored.files", { count: data.original_files, size: bytes(data.originals) })}
            </dd>
          </div>
          <div>
            <dt>{t("stored.texts")}</dt>
            <dd>{number.format(data.texts)}</dd>
          </div>
          <div>
            <dt>{t("stored.kept")}</dt>
            <dd>{bytes(keptHere())}</dd>
          </div>
        </dl>
      )}
      <ul className="stored">
        <li>{t("stored.study")}</li>
        <li>{t("stored.browser")}</li>
        <li>{t("stored.machine")}</li>
        <li>{t("stored.nowhere")}</li>
      </ul>
      <Button icon="trash" onPress={() => setAsking(true)}>
        {t("stored.forget")}
      </Button>
      {waiting > 0 && <p className="muted">{t("stored.waiting")}</p>}
      <Confirm
        title={t("stored.forget")}
        doing={t("stored.forgetNow")}
        isOpen={isAsking}
        onConfirm={forget}
        onClose={() => setAsking(false)}
      >
        {t("stored.forgetAbout")} {waiting > 0 && t("stored.waiting")}
      </Confirm>
    </section>
  );
}
