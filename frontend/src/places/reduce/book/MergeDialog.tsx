import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../../annotators/text/api";
import { useMergeInto, useMergePreview } from "../../../api/codebook";
import { lasting } from "../../../api/lasting";
import type { Code } from "../../../api/types";
import { Loading } from "../../../components/Bits";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Checkbox } from "../../../components/Field";
import { CodeSearch } from "../CodeSearch";
import { isWithin, treeOf } from "../tree";
import { useDone } from "./use-done";
import { useNames } from "./use-names";
import "./code-changes.css";

interface Props {
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  merging: readonly Code[];
  into: Code | null;
  onClose: () => void;
}

const TEXTS = ["short", "definition", "when_to_use", "when_not_to_use"] as const;

/** What becomes of the codings, entries and memos, before they are merged. */
function Outcome({ merging, into, onClose }: Props & { into: Code }) {
  const { t } = useTranslation(["codebook", "shell", "reduce"]);
  const going = merging.filter(({ guid }) => guid !== into.guid);
  const names = useNames(going);
  const guids = going.map(({ guid }) => guid);
  const [joinTexts, setJoinTexts] = useState(true);
  const { data: told } = useMergePreview(into.guid, guids);
  const merge = useMergeInto();
  const { done, onError } = useDone();
  const hasTexts = TEXTS.some((field) => into[field] && going.some((code) => code[field]));
  const act = () =>
    lasting(
      merge,
      { into: into.guid, codes: guids, joinTexts },
      {
        onSuccess: () => {
          done(t("reduce:codes.merged", { name: names, into: into.name }));
          onClose();
        },
        onError,
      },
    );
  return (
    <Dialog
      title={t("merge.title", { name: names, into: into.name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("shell:cancel")}</Button>
          <Button look="primary" autoFocus isPending={merge.isPending} onPress={act}>
            {t("merge.do")}
          </Button>
        </>
      }
    >
      {!told && <Loading />}
      {told && (
        <ul className="merge-outcome">
          <li>{t("merge.moved", { count: told.moved })}</li>
          {told.together > 0 && <li>{t("merge.together", { count: told.together })}</li>}
          {told.weights > 0 && <li>{t("merge.weights", { count: told.weights })}</li>}
          <li>{t("merge.rest")}</li>
        </ul>
      )}
      {hasTexts && (
        <Checkbox isSelected={joinTexts} onChange={setJoinTexts}>
          {t("merge.joinTexts", { into: into.name })}
        </Checkbox>
      )}
      <p className="muted">{t("canUndo")}</p>
    </Dialog>
  );
}

/** Chooses the code that others become part of, then says what that does. */
export function MergeDialog(props: Props) {
  const { codes, inks, merging, onClose } = props;
  const { t } = useTranslation("reduce");
  const [chosen, setChosen] = useState(props.into);
  const names = useNames(merging);
  if (chosen) return <Outcome {...props} into={chosen} />;
  const tree = treeOf(codes).codes;
  // One of several may be the one that stays.
  const isBelow = ({ guid }: Code) =>
    merging.some(
      (one) => isWithin(tree, guid, one.guid) && (merging.length < 2 || guid !== one.guid),
    );
  return (
    <Dialog title={t("codes.mergeTitle", { name: names })} isOpen onClose={onClose}>
      <CodeSearch
        codes={codes.filter((code) => !isBelow(code))}
        inks={inks}
        label={t("codes.into")}
        recent={merging.map(({ guid }) => guid)}
        ref={(field) => field?.focus()}
        onPick={setChosen}
        onEscape={onClose}
      />
    </Dialog>
  );
}
