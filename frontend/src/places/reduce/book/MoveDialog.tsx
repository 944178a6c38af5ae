import { useTranslation } from "react-i18next";
import type { Ink } from "../../../annotators/text/api";
import { useMoveCodes } from "../../../api/codebook";
import type { Code } from "../../../api/types";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { CodeSearch } from "../CodeSearch";
import { isWithin, treeOf } from "../tree";
import { useDone } from "./use-done";
import { useNames } from "./use-names";

interface Props {
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  moving: readonly Code[];
  onClose: () => void;
}

/** Chooses the code that others go under. */
export function MoveDialog({ codes, inks, moving, onClose }: Props) {
  const { t } = useTranslation(["reduce", "codebook"]);
  const move = useMoveCodes();
  const { done, onError } = useDone();
  const names = useNames(moving);
  const tree = treeOf(codes).codes;
  const elsewhere = codes
    .filter(({ guid }) => !moving.some((one) => isWithin(tree, guid, one.guid)))
    .map((one) => ({ ...one, codable: true }));
  const to = (parent: Code | null) => {
    onClose();
    const place = parent?.name ?? t("codes.top");
    // The dialog is gone by the time it is done.
    move
      .mutateAsync({
        codes: moving.map(({ guid }) => guid),
        parent: parent?.guid ?? null,
        position: null,
      })
      .then(() => done(t("codebook:moved", { name: names, place })), onError);
  };
  return (
    <Dialog
      title={t("codes.moveTitle", { name: names })}
      isOpen
      onClose={onClose}
      footer={
        moving.some(({ parent }) => parent) && (
          <Button icon="up" onPress={() => to(null)}>
            {t("codes.toTop")}
          </Button>
        )
      }
    >
      <CodeSearch
        codes={elsewhere}
        inks={inks}
        label={t("codes.under")}
        ref={(field) => field?.focus()}
        onPick={to}
        onEscape={onClose}
      />
    </Dialog>
  );
}
