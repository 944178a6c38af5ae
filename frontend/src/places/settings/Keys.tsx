import { useTranslation } from "react-i18next";
import { KeyList } from "../../commands/KeyList";

/** Which key does what, and may do it otherwise. */
export function Keys() {
  const { t } = useTranslation("commands");
  return (
    <section aria-labelledby="settings-keys">
      <h2 id="settings-keys">{t("list.title")}</h2>
      <p className="muted">{t("list.about")}</p>
      <KeyList />
    </section>
  );
}
