import { useTranslation } from "react-i18next";
import type { CodingChange } from "../../api/codings";
import type { Code } from "../../api/types";
import { Button } from "../../components/Button";
import type { CodingRow } from "../../lib/columns";
import type { Actions } from "./actions";
import { useDesk } from "./desk";

interface Props {
  row: CodingRow;
  codes: readonly Code[];
  actions: Actions;
}

type Patch = CodingChange["patch"];

/** Somebody else changed the coding first: how it is now, what was wanted, and which is to stay. */
export function Contested({ row, codes, actions }: Props) {
  const { t } = useTranslation("desk");
  const contested = useDesk((desk) => desk.contested);
  if (contested?.coding !== row.coding) return null;
  const told = ({ code, weight, start }: Patch): string =>
    [
      code !== undefined && (codes.find(({ guid }) => guid === code)?.name ?? ""),
      weight !== undefined && (weight === null ? t("card.unweighed") : t("bar.weight", { weight })),
      start !== undefined && t("contested.edges"),
    ]
      .filter(Boolean)
      .join(", ");
  return (
    <div className="contested" role="alert">
      <p>
        {t("contested.changed", {
          now: told({ code: row.code, weight: row.weight }),
          wanted: told(contested.patch),
        })}
      </p>
      <Button small onPress={() => actions.insist(contested)}>
        {t("contested.keep")}
      </Button>
      <Button small onPress={() => useDesk.setState({ contested: null })}>
        {t("contested.take")}
      </Button>
    </div>
  );
}
