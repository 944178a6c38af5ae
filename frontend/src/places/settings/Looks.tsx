import { useTranslation } from "react-i18next";
import { Checkbox } from "../../components/Field";
import { Segmented } from "../../components/Segmented";
import { Slider } from "../../components/Slider";
import { currentLanguage } from "../../lib/i18n";
import { type Language, type Reading, type Theme, useUi } from "../../stores/ui";

function ReadingComfort() {
  const { t } = useTranslation("settings");
  const reading = useUi((ui) => ui.reading);
  const setReading = useUi((ui) => ui.setReading);
  const font = reading.serif ? "var(--font-serif)" : "var(--font)";
  return (
    <section aria-labelledby="settings-reading">
      <h2 id="settings-reading">{t("reading.title")}</h2>
      <div className="settings-fields">
        <Slider
          className="slider"
          label={t("reading.size")}
          value={reading.size}
          said={t("reading.pixels", { size: reading.size })}
          least={13}
          most={26}
          step={1}
          onChange={(size) => setReading({ size })}
        />
        <Slider
          className="slider"
          label={t("reading.width")}
          value={reading.width}
          said={t("reading.letters", { width: reading.width })}
          least={40}
          most={110}
          step={2}
          onChange={(width) => setReading({ width })}
        />
        <Checkbox isSelected={reading.serif} onChange={(serif) => setReading({ serif })}>
          {t("reading.serif")}
        </Checkbox>
        <div className="settings-line">
          <span>{t("reading.colouring")}</span>
          <Segmented<Reading["colouring"]>
            label={t("reading.colouring")}
            value={reading.colouring}
            choices={[
              { id: "code", label: t("reading.code") },
              { id: "coder", label: t("reading.coder") },
            ]}
            onChange={(colouring) => setReading({ colouring })}
          />
        </div>
        <p
          className="reading-sample"
          style={{ fontFamily: font, fontSize: reading.size, maxWidth: `${reading.width}ch` }}
        >
          {t("reading.sample")}
        </p>
      </div>
    </section>
  );
}

/** What this browser remembers of its person. */
export function Looks() {
  const { t } = useTranslation("settings");
  const { theme, setTheme, setLanguage } = useUi();
  return (
    <>
      <section aria-labelledby="settings-language">
        <h2 id="settings-language">{t("language.title")}</h2>
        <Segmented<Language>
          label={t("language.title")}
          value={currentLanguage()}
          choices={[
            { id: "id", label: t("language.id") },
            { id: "en", label: t("language.en") },
          ]}
          onChange={setLanguage}
        />
      </section>
      <section aria-labelledby="settings-theme">
        <h2 id="settings-theme">{t("theme.title")}</h2>
        <Segmented<Theme>
          label={t("theme.title")}
          value={theme}
          choices={[
            { id: "system", label: t("theme.system") },
            { id: "light", label: t("theme.light") },
            { id: "dark", label: t("theme.dark") },
          ]}
          onChange={setTheme}
        />
      </section>
      <ReadingComfort />
    </>
  );
}
