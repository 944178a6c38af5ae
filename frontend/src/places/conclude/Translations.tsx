import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Evidence } from "../../api/findings";
import { useWriteTranslation } from "../../api/translations";
import { Editable } from "../../components/Editable";
import { Select } from "../../components/Field";
import { Fold } from "../../components/Fold";
import { useRefusal } from "./saving";
import "./translations.css";

/** Languages that Indonesian studies are read, spoken and told in. */
const LANGUAGES = ["en", "id", "jv", "su", "mad", "min", "ms", "ar", "zh", "nl"] as const;

/** What a piece of evidence says in other languages; written under its fold. */
export function Translations({ piece, readOnly }: { piece: Evidence; readOnly: boolean }) {
  const { t, i18n } = useTranslation("tested");
  const [language, setLanguage] = useState<string>(piece.translations[0]?.language ?? "en");
  const write = useWriteTranslation();
  const refused = useRefusal();
  const named = new Intl.DisplayNames([i18n.language], { type: "language" });
  const there = piece.translations.find((one) => one.language === language);
  const segment = piece.segment?.segment;
  if (!segment || (readOnly && piece.translations.length === 0)) return null;
  const save = (text: string, translator?: string) =>
    write.mutate(
      { segment, language, text, translator: translator ?? null },
      { onError: (error: Error) => refused(error, text) },
    );
  const codes = [...new Set([...LANGUAGES, ...piece.translations.map((one) => one.language)])];
  return (
    <>
      {piece.translations.map((one) => (
        <Fragment key={one.language}>
          <p className="translated" lang={one.language} dir="auto">
            {one.text}
          </p>
          {one.stale && <p className="muted translated-stale">{t("translation.stale")}</p>}
        </Fragment>
      ))}
      {!readOnly && (
        <Fold className="circumstances" title={t("translation.title")}>
          <div className="translation-form">
            <Select
              label={t("translation.language")}
              choices={codes.map((id) => ({ id, label: named.of(id) ?? id }))}
              value={language}
              onChange={setLanguage}
            />
            <Editable
              label={t("translation.of", { language: named.of(language) ?? language })}
              placeholder={t("translation.placeholder")}
              value={there?.text ?? ""}
              onSave={(text) => save(text)}
            />
            {there && (
              <Editable
                label={t("translation.by")}
                value={there.translator}
                onSave={(translator) => save(there.text, translator)}
              />
            )}
          </div>
        </Fold>
      )}
    </>
  );
}
