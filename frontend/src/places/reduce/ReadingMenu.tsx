import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/Icon";
import { Segmented } from "../../components/Segmented";
import { Slider } from "../../components/Slider";
import { type Reading, useUi } from "../../stores/ui";
import "./reading-menu.css";

interface ChoiceProps<T extends string> {
  label: string;
  choices: readonly { id: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

function Choice<T extends string>(props: ChoiceProps<T>) {
  return (
    <div className="reading-choice">
      <span>{props.label}</span>
      <Segmented small {...props} />
    </div>
  );
}

/** Minutes after which a break may be suggested. */
const BREAKS = [0, 25, 50, 90];

/** How the text is set: size, width, height of lines, letters, and what colours it. */
export function ReadingMenu() {
  const { t } = useTranslation(["reduce", "desk"]);
  const { reading, setReading } = useUi();
  const set = (more: Partial<Reading>) => setReading(more);
  return (
    <DialogTrigger>
      <AriaButton className="icon-button" aria-label={t("reading.title")}>
        <Icon name="letter" />
      </AriaButton>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog className="reading" aria-label={t("reading.title")}>
          <Slider
            className="reading-line"
            label={t("reading.size")}
            value={reading.size}
            least={13}
            most={26}
            step={1}
            said={`${reading.size} px`}
            onChange={(size) => set({ size })}
          />
          <Slider
            className="reading-line"
            label={t("reading.width")}
            value={reading.width}
            least={44}
            most={110}
            step={2}
            said={t("reading.characters", { count: reading.width })}
            onChange={(width) => set({ width })}
          />
          <Slider
            className="reading-line"
            label={t("reading.leading")}
            value={reading.leading}
            least={1.3}
            most={2.2}
            step={0.1}
            said={reading.leading.toFixed(1)}
            onChange={(leading) => set({ leading })}
          />
          <Choice
            label={t("reading.letters")}
            value={reading.serif ? "serif" : "sans"}
            choices={[
              { id: "sans", label: t("reading.sans") },
              { id: "serif", label: t("reading.serif") },
            ]}
            onChange={(letters) => set({ serif: letters === "serif" })}
          />
          <Choice
            label={t("reading.colouring")}
            value={reading.colouring}
            choices={[
              { id: "code", label: t("reading.byCode") },
              { id: "coder", label: t("reading.byCoder") },
            ]}
            onChange={(colouring) => set({ colouring })}
          />
          <Choice
            label={t("desk:break.label")}
            value={String(reading.breaks ?? 0)}
            choices={BREAKS.map((minutes) => ({
              id: String(minutes),
              label: minutes ? t("desk:break.after", { count: minutes }) : t("desk:break.never"),
            }))}
            onChange={(breaks) => set({ breaks: Number(breaks) })}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
