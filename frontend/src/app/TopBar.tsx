import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useSteps, useStudy } from "../api/study";
import { useWritten } from "../commands/keymap";
import { useCommands } from "../commands/registry";
import { Button, IconButton } from "../components/Button";
import { Icon } from "../components/Icon";
import { Menu, type MenuLine } from "../components/Menu";
import { currentLanguage, LANGUAGES } from "../lib/i18n";
import { type Theme, useUi } from "../stores/ui";
import { useCrumb } from "./crumb";
import { usePalette } from "./Palette";
import { Presence } from "./Presence";
import type { PlaceName } from "./places";
import { useUndoing } from "./undoing";
import "./top-bar.css";

function Steps() {
  const { t } = useTranslation("shell");
  const { data } = useSteps();
  const { undo, redo } = useUndoing();
  const undoKey = useWritten("everywhere.undo");
  const redoKey = useWritten("everywhere.redo");
  useCommands({ "everywhere.undo": undo, "everywhere.redo": redo });
  return (
    <div className="steps">
      <IconButton
        icon="undo"
        label={t("undo.undo")}
        tip={data?.undo ? t("undo.undoWhat", { what: data.undo }) : t("undo.nothing")}
        keys={undoKey}
        writes
        isDisabled={!data?.undo}
        onPress={undo}
      />
      <IconButton
        icon="redo"
        label={t("undo.redo")}
        tip={data?.redo ? t("undo.redoWhat", { what: data.redo }) : t("undo.nothingAgain")}
        keys={redoKey}
        writes
        isDisabled={!data?.redo}
        onPress={redo}
      />
    </div>
  );
}

const THEMES = [
  { id: "system", icon: "system" },
  { id: "light", icon: "sun" },
  { id: "dark", icon: "moon" },
] as const satisfies { id: Theme; icon: string }[];

function Looks() {
  const { t } = useTranslation("shell");
  const { theme, setTheme, setLanguage } = useUi();
  const themes = THEMES.map(({ id, icon }): MenuLine => {
    const hint = id === theme ? { hint: "✓" } : {};
    return { id, icon, label: t(`theme.${id}`), ...hint, onAction: () => setTheme(id) };
  });
  const languages = LANGUAGES.map((language): MenuLine => {
    const hint = language === currentLanguage() ? { hint: "✓" } : {};
    const label = t(`languages.${language}`);
    return { id: language, label, ...hint, onAction: () => setLanguage(language) };
  });
  const spoken = `${t("languages.label")}: ${currentLanguage().toUpperCase()}`;
  return (
    <>
      <Menu label={t("languages.label")} lines={languages} placement="bottom end">
        <Button look="quiet" icon="language" aria-label={spoken}>
          {currentLanguage().toUpperCase()}
        </Button>
      </Menu>
      <Menu label={t("theme.label")} lines={themes} placement="bottom end">
        <IconButton
          icon={THEMES.find(({ id }) => id === theme)?.icon ?? "system"}
          label={t("theme.label")}
        />
      </Menu>
    </>
  );
}

/** The study, where in it one is, and what is one key away from everywhere. */
export function TopBar({ here }: { here: PlaceName }) {
  const { t } = useTranslation("shell");
  const { data } = useStudy();
  const crumb = useCrumb((crumbs) => crumbs.text);
  const paletteKey = useWritten("everywhere.palette");
  const openPalette = usePalette((palette) => palette.open);
  return (
    <header className="bar">
      <nav className="crumbs" aria-label={t("crumbs")}>
        <ol>
          <li className="clip study" title={data?.title}>
            {data?.title}
          </li>
          <li className="clip here">
            <Icon name="right" size={14} />
            <Link
              className="clip"
              href={`/${here}`}
              {...(!crumb && { "aria-current": "page" as const })}
            >
              {t(`places.${here}`)}
            </Link>
          </li>
          {crumb && (
            <li className="clip crumb">
              <Icon name="right" size={14} />
              <span className="clip" aria-current="page" title={crumb}>
                {crumb}
              </span>
            </li>
          )}
        </ol>
      </nav>
      <Presence />
      <button type="button" className="finder" title={t("palette.open")} onClick={openPalette}>
        <Icon name="search" size={16} />
        <span className="sr-only">{t("palette.open")}</span>
        <span className="clip" aria-hidden="true">
          {t("palette.open")}
        </span>
        <kbd>{paletteKey}</kbd>
      </button>
      <Steps />
      <Looks />
    </header>
  );
}
