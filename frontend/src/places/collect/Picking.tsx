import { useTranslation } from "react-i18next";
import { beginPlaced } from "../../app/DropArea";
import { EmptyState } from "../../components/Bits";
import { Button } from "../../components/Button";
import { placedOf } from "../../lib/files";

/** Lets files, or all those of a folder, be chosen. */
export function pickFiles({ folder = false }: { folder?: boolean } = {}): void {
  const field = document.createElement("input");
  field.type = "file";
  field.multiple = true;
  field.webkitdirectory = folder;
  field.onchange = () => beginPlaced(placedOf(field.files ?? []));
  field.click();
}

/** The button that lets files be chosen; nothing comes into an earlier moment of a study. */
export function ImportButton() {
  const { t } = useTranslation("collect");
  return (
    <div className="import-buttons">
      <Button look="primary" icon="import" writes onPress={() => pickFiles()}>
        {t("import.open")}
      </Button>
      <Button look="quiet" icon="folder" writes onPress={() => pickFiles({ folder: true })}>
        {t("import.folder")}
      </Button>
    </div>
  );
}

/** There is nothing yet: how to begin. */
export function Picking() {
  const { t } = useTranslation("collect");
  return (
    <EmptyState icon="collect" title={t("empty.title")} doings={<ImportButton />}>
      {t("empty.hint")}
    </EmptyState>
  );
}
