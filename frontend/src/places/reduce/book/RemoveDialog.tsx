import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../../annotators/text/api";
import { useRemoveCodes } from "../../../api/codebook";
import { lasting } from "../../../api/lasting";
import type { Code } from "../../../api/types";
import { Confirm } from "../../../components/Dialog";
import { useDesk } from "../desk";
import { useDone } from "./use-done";
import { useNames } from "./use-names";
import "./code-changes.css";

interface Props {
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  going: readonly Code[];
  onClose: () => void;
}

/** The code above them all, if codings may go on it. */
function heirOf(codes: readonly Code[], going: readonly Code[]): Code | undefined {
  const parents = new Set(going.map(({ parent }) => parent));
  if (parents.size !== 1) return undefined;
  return codes.find(({ guid, codable }) => codable && parents.has(guid));
}

/** Asks what becomes of the codings before codes go. */
export function RemoveDialog({ codes, going, onClose }: Props) {
  const { t } = useTranslation(["codebook", "reduce"]);
  const remove = useRemoveCodes();
  const { done, onError } = useDone();
  const names = useNames(going);
  const heir = heirOf(codes, going);
  const [isGiven, setGiven] = useState(false);
  const count = going.reduce((sum, { codings_below }) => sum + codings_below, 0);
  const act = () => {
    const guids = going.map(({ guid }) => guid);
    lasting(
      remove,
      { codes: guids, heir: isGiven && heir ? heir.guid : null },
      {
        onSuccess: () => {
          if (guids.includes(useDesk.getState().opened ?? "")) useDesk.setState({ opened: null });
          onClose();
          done(t("removed", { name: names, count: going.length }));
        },
        onError: (error) => {
          onClose();
          onError(error);
        },
      },
    );
  };
  return (
    <Confirm
      title={t("reduce:codes.removeTitle", { name: names })}
      doing={t("reduce:codes.remove")}
      danger
      isOpen
      isPending={remove.isPending}
      onClose={onClose}
      onConfirm={act}
    >
      {heir ? (
        <fieldset className="ways">
          <legend>{t("remove.codings", { count })}</legend>
          <label>
            <input type="radio" checked={!isGiven} onChange={() => setGiven(false)} />
            {t("remove.go")}
          </label>
          <label>
            <input type="radio" checked={isGiven} onChange={() => setGiven(true)} />
            {t("remove.give", { name: heir.name })}
          </label>
        </fieldset>
      ) : (
        <p>{t("reduce:codes.removeHint", { count })}</p>
      )}
      {heir && <p className="muted">{t("canUndo")}</p>}
    </Confirm>
  );
}
