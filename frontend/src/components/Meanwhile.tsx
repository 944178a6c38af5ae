import { useTranslation } from "react-i18next";
import { Button } from "./Button";

interface Props {
  /** The fields that were changed elsewhere, each with its name and what it is now. */
  fields: readonly { readonly id: string; readonly label: string; readonly value: string }[];
  onTake: (id: string) => void;
}

/** What somebody else wrote in fields while one typed in them: saving writes over it. */
export function Meanwhile({ fields, onTake }: Props) {
  const { t } = useTranslation(["happened", "shell"]);
  if (fields.length === 0) return null;
  return (
    <div role="alert">
      {fields.map(({ id, label, value }) => (
        <p key={id} className="contested">
          <span>
            {label}:{" "}
            {value ? t("shell:contested.changed", { value }) : t("shell:contested.emptied")}
          </span>
          <Button small onPress={() => onTake(id)}>
            {t("shell:contested.take")}
          </Button>
        </p>
      ))}
    </div>
  );
}
