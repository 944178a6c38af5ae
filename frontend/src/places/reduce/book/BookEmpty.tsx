import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../components/Bits";
import { Button } from "../../../components/Button";
import { ask } from "./shelf";

/** No codes yet: three ways to begin. */
export function BookEmpty() {
  const { t } = useTranslation(["reduce", "codebook"]);
  return (
    <EmptyState
      icon="code"
      title={t("codes.empty")}
      doings={
        <>
          <Button
            icon="plus"
            writes
            look="primary"
            onPress={() => ask({ kind: "add", parent: null })}
          >
            {t("codes.add")}
          </Button>
          <Button icon="import" writes onPress={() => ask({ kind: "frames" })}>
            {t("codebook:frames")}
          </Button>
          <Button icon="file" onPress={() => ask({ kind: "import", file: null })}>
            {t("codebook:import.open")}
          </Button>
        </>
      }
    >
      {t("codebook:emptyHint")}
    </EmptyState>
  );
}
