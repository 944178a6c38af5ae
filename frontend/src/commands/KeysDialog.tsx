import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../components/Dialog";
import { KeyList } from "./KeyList";
import { useCommands } from "./registry";

/** All keys, one key away from everywhere. */
export function KeysDialog() {
  const { t } = useTranslation("commands");
  const [isOpen, setOpen] = useState(false);
  useCommands({ "everywhere.keys": () => setOpen(true) });
  return (
    <Dialog title={t("list.title")} isOpen={isOpen} onClose={() => setOpen(false)} width="44rem">
      <p className="muted">{t("list.about")}</p>
      <div className="keys-scroll">
        <KeyList />
      </div>
    </Dialog>
  );
}
