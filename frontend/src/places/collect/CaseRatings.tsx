import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Grid, NO_FILTER, useRatings } from "../../api/happenings";
import { useCommands } from "../../commands/registry";
import { Badge } from "../../components/Bits";
import { Button } from "../../components/Button";
import { RatingDialog } from "../../components/RatingDialog";

/** How a case was rated over time; a rating is opened to be changed, and another given. */
export function CaseRatings({ guid }: { guid: string }) {
  const { t } = useTranslation("happened");
  const { data: grid } = useRatings({ ...NO_FILTER, case: guid });
  const [open, setOpen] = useState<string | null>(null);
  useCommands({ "collect.rate": () => setOpen("") });
  if (!grid) return null;
  return (
    <section className="happened-part" aria-label={t("ratings.title")}>
      <h3>{t("ratings.title")}</h3>
      {grid.variables.length === 0 && <p className="muted">{t("ratings.none")}</p>}
      <ul>
        {grid.variables.map((variable) => (
          <Of key={variable.guid} grid={grid} variable={variable} onOpen={setOpen} />
        ))}
      </ul>
      {open !== null && (
        <RatingDialog grid={grid} rated={guid} variable={open} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}

interface OfProps {
  grid: Grid;
  variable: Grid["variables"][number];
  onOpen: (variable: string) => void;
}

function Of({ grid, variable, onOpen }: OfProps) {
  const { t } = useTranslation("happened");
  const there = grid.ratings.filter(({ attribute }) => attribute === variable.guid);
  return (
    <li>
      <p className="happened-lead">
        <strong>{variable.name}</strong>
        <Button
          small
          look="quiet"
          icon="edit"
          aria-label={t("ratings.rateOn", { variable: variable.name })}
          onPress={() => onOpen(variable.guid)}
        >
          {t("ratings.rate")}
        </Button>
      </p>
      {there.length === 0 && <p className="muted">{t("ratings.unknown")}</p>}
      {there.map((one) => (
        <p key={one.guid}>
          {one.value}{" "}
          <span className="muted">
            {one.when} · {one.by}
          </span>{" "}
          {one.shown && there.length > 1 && <Badge tone="accent">{t("ratings.shown")}</Badge>}
        </p>
      ))}
    </li>
  );
}
