import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import { useMergeCodes, useMoveCode, useRemoveCode } from "../../api/codes";
import type { Code } from "../../api/types";
import { useUndoing } from "../../app/undoing";
import { Button } from "../../components/Button";
import { Confirm, Dialog } from "../../components/Dialog";
import { toast, toastProblem } from "../../components/toasts";
import { CodeEditor } from "./CodeEditor";
import { CodeSearch } from "./CodeSearch";
import { Frames } from "./Frames";
import { isWithin, treeOf } from "./tree";

export type CodeDialog =
  | { readonly kind: "add"; readonly parent: Code | null }
  | { readonly kind: "edit" | "move" | "merge" | "remove"; readonly code: Code }
  | { readonly kind: "frames" };

interface Props {
  dialog: CodeDialog | null;
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  onClose: () => void;
}

type OfCode = Omit<Props, "dialog"> & { code: Code };

/** Chooses the code that another goes under. */
function Move({ code, codes, inks, onClose }: OfCode) {
  const { t } = useTranslation(["reduce", "shell"]);
  const move = useMoveCode();
  const tree = treeOf(codes).codes;
  const elsewhere = codes
    .filter(({ guid }) => !isWithin(tree, guid, code.guid))
    .map((one) => ({ ...one, codable: true }));
  const to = (parent: string | null) =>
    move.mutate(
      { code, parent },
      {
        onError: (error) => toastProblem(error, t("failed.change"), t("shell:offline.hint")),
        onSettled: onClose,
      },
    );
  return (
    <Dialog
      title={t("codes.moveTitle", { name: code.name })}
      isOpen
      onClose={onClose}
      footer={
        code.parent && (
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
        onPick={({ guid }) => to(guid)}
        onEscape={onClose}
      />
    </Dialog>
  );
}

/** Chooses the code that another becomes part of. */
function Merge({ code, codes, inks, onClose }: OfCode) {
  const { t } = useTranslation(["reduce", "shell"]);
  const merge = useMergeCodes();
  const { undo } = useUndoing();
  const tree = treeOf(codes).codes;
  const others = codes.filter(({ guid }) => !isWithin(tree, guid, code.guid));
  return (
    <Dialog title={t("codes.mergeTitle", { name: code.name })} isOpen onClose={onClose}>
      <p className="muted">{t("codes.mergeHint")}</p>
      <CodeSearch
        codes={others}
        inks={inks}
        label={t("codes.into")}
        ref={(field) => field?.focus()}
        onPick={(into) =>
          merge.mutate(
            { into: into.guid, codes: [code.guid] },
            {
              onSuccess: () =>
                toast(t("codes.merged", { name: code.name, into: into.name }), {
                  doing: { label: t("shell:undo.undo"), act: undo },
                }),
              onError: (error) => toastProblem(error, t("failed.change"), t("shell:offline.hint")),
              onSettled: onClose,
            },
          )
        }
        onEscape={onClose}
      />
    </Dialog>
  );
}

/** Asks before codings go with their code. */
function Remove({ code, onClose }: OfCode) {
  const { t } = useTranslation(["reduce", "shell"]);
  const remove = useRemoveCode();
  const { undo } = useUndoing();
  return (
    <Confirm
      title={t("codes.removeTitle", { name: code.name })}
      doing={t("codes.remove")}
      danger
      isOpen
      isPending={remove.isPending}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(code, {
          onSuccess: () =>
            toast(t("codes.removed", { name: code.name }), {
              doing: { label: t("shell:undo.undo"), act: undo },
            }),
          onError: (error) => toastProblem(error, t("failed.change"), t("shell:offline.hint")),
          onSettled: onClose,
        })
      }
    >
      <p>{t("codes.removeHint", { count: code.codings_below })}</p>
    </Confirm>
  );
}

const OF_CODE = { move: Move, merge: Merge, remove: Remove };

/** Whatever is asked about codes, one at a time. */
export function CodeDialogs({ dialog, ...props }: Props) {
  if (!dialog) return null;
  if (dialog.kind === "add") return <CodeEditor parent={dialog.parent} onClose={props.onClose} />;
  if (dialog.kind === "frames") return <Frames onClose={props.onClose} />;
  if (dialog.kind === "edit") {
    const fresh = props.codes.find(({ guid }) => guid === dialog.code.guid) ?? dialog.code;
    return <CodeEditor code={fresh} parent={null} onClose={props.onClose} />;
  }
  const Of = OF_CODE[dialog.kind];
  return <Of {...props} code={dialog.code} />;
}
