import { FileTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { beginImport } from "../../app/DropArea";
import { EmptyState } from "../../components/Bits";
import { Button } from "../../components/Button";

/** The button that lets files be chosen. */
export function ImportButton() {
  const { t } = useTranslation("collect");
  return (
    <FileTrigger allowsMultiple onSelect={(files) => beginImport(files ? [...files] : [])}>
      <Button look="primary" icon="import">
        {t("import.open")}
      </Button>
    </FileTrigger>
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
