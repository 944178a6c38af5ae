import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../../annotators/text/api";
import { type Recolouring, useRecolour } from "../../../api/codebook";
import type { Code } from "../../../api/types";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Colours } from "./Colours";
import { useDone } from "./use-done";
import { useNames } from "./use-names";
import "./code-changes.css";

interface Props {
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  chosen: readonly Code[];
  onClose: () => void;
}

const WAYS = ["keep", "shades", "same"] as const;

/** A colour for codes, and for those below them. */
export function ColourDialog({ codes, chosen, onClose }: Props) {
  const { t } = useTranslation(["codebook", "shell"]);
  const [colour, setColour] = useState(chosen[0]?.colour ?? "#0077bb");
  const [below, setBelow] = useState<NonNullable<Recolouring["below"]>>("keep");
  const recolour = useRecolour();
  const { done, onError } = useDone();
  const names = useNames(chosen);
  const guids = chosen.map(({ guid }) => guid);
  const hasBelow = codes.some(({ parent }) => parent && guids.includes(parent));
  const act = () => {
    onClose();
    // The dialog is gone by the time it is done.
    recolour
      .mutateAsync({ codes: guids, colour, below })
      .then(() => done(t("colour.done", { name: names })), onError);
  };
  return (
    <Dialog
      title={t("colour.title", { name: names })}
      isOpen
      onClose={onClose}
      width="30rem"
      footer={
        <>
          <Button onPress={onClose}>{t("shell:cancel")}</Button>
          <Button look="primary" onPress={act}>
            {t("colour.take")}
          </Button>
        </>
      }
    >
      <Colours value={colour} onChange={setColour} />
      {hasBelow && (
        <fieldset className="ways">
          <legend>{t("colour.below")}</legend>
          {WAYS.map((way) => (
            <label key={way}>
              <input
                type="radio"
                name="below"
                checked={below === way}
                onChange={() => setBelow(way)}
              />
              {t(`colour.ways.${way}`)}
            </label>
          ))}
        </fieldset>
      )}
    </Dialog>
  );
}
