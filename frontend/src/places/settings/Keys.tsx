import { useTranslation } from "react-i18next";
import { COMMANDS, WRITTEN } from "../reduce/keys";

const EVERYWHERE = [
  ["Ctrl K", "palette"],
  ["Ctrl Z", "undo"],
  ["Ctrl ⇧ Z", "redo"],
  ["Esc", "back"],
] as const;

const GRID = [
  ["← ↑ → ↓", "move"],
  ["Home / End", "edges"],
  ["Enter", "open"],
] as const;

/** Which key does what. */
export function Keys() {
  const { t } = useTranslation("settings");
  const { t: reading } = useTranslation("reduce");
  const list = (title: string, lines: readonly (readonly [string, string])[]) => (
    <div>
      <h3>{title}</h3>
      <dl className="keys">
        {lines.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
  return (
    <section aria-labelledby="settings-keys">
      <h2 id="settings-keys">{t("keys.title")}</h2>
      <div className="keys-lists">
        {list(
          t("keys.everywhere"),
          EVERYWHERE.map(([key, name]) => [key, t(`keys.${name}`)]),
        )}
        {list(
          t("keys.reader"),
          COMMANDS.map((command) => [WRITTEN[command], reading(`keys.${command}`)]),
        )}
        {list(
          t("keys.grid"),
          GRID.map(([key, name]) => [key, t(`keys.${name}`)]),
        )}
      </div>
    </section>
  );
}
