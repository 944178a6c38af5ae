import { useTranslation } from "react-i18next";
import { Checkbox } from "../../components/Field";
import { Segmented } from "../../components/Segmented";
import { Slider } from "../../components/Slider";
import { type Motion, useUi } from "../../stores/ui";

const NEVER = 0;

/** The size of everything, movement, and being reminded of a break. */
export function Comfort() {
  const { t } = useTranslation("settings");
  const { scale, setScale, motion, setMotion, breakAfter, setBreakAfter } = useUi();
  return (
    <section aria-labelledby="settings-comfort">
      <h2 id="settings-comfort">{t("comfort.title")}</h2>
      <div className="settings-fields">
        <Slider
          className="slider"
          label={t("comfort.scale")}
          value={scale}
          said={t("comfort.percent", { scale })}
          least={80}
          most={200}
          step={10}
          onChange={setScale}
        />
        <div className="settings-line">
          <span>{t("comfort.motion")}</span>
          <Segmented<Motion>
            label={t("comfort.motion")}
            value={motion}
            choices={[
              { id: "system", label: t("comfort.asSystem") },
              { id: "less", label: t("comfort.less") },
            ]}
            onChange={setMotion}
          />
        </div>
        <Checkbox
          isSelected={breakAfter !== NEVER}
          onChange={(wished) => setBreakAfter(wished ? 50 : NEVER)}
        >
          {t("comfort.break")}
        </Checkbox>
        {breakAfter !== NEVER && (
          <Slider
            className="slider"
            label={t("comfort.after")}
            value={breakAfter}
            said={t("comfort.minutes", { count: breakAfter })}
            least={10}
            most={120}
            step={5}
            onChange={setBreakAfter}
          />
        )}
      </div>
    </section>
  );
}
