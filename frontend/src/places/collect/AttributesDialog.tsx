import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  ATTRIBUTE_TYPES,
  type Attribute,
  type AttributeType,
  CHOSEN,
  type Misfit,
  useAddAttribute,
  useArrangeAttributes,
  useChangeAttribute,
  useMisfits,
  useRemoveAttribute,
} from "../../api/case-table";
import { useUndoing } from "../../app/undoing";
import { Button, IconButton } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Checkbox, Select, TextField } from "../../components/Field";
import { toast, toastProblem } from "../../components/toasts";

interface Props {
  of: "case" | "source";
  /** `null`: a new one. */
  one: Attribute | null;
  all: readonly Attribute[];
  onClose: () => void;
}

const SHOWN = 6;

/** Lines as the values of a list, each once. */
export const optionsOf = (text: string) => [
  ...new Set(
    text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** Places in an order: the one moved up or down by a step. */
export function swapped(guids: readonly string[], guid: string, by: number): string[] {
  const order = [...guids];
  const from = order.indexOf(guid);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return order;
  order.splice(to, 0, ...order.splice(from, 1));
  return order;
}

function useDoings({ of, one, onClose }: Props) {
  const { t } = useTranslation(["cases", "shell"]);
  const add = useAddAttribute();
  const change = useChangeAttribute();
  const remove = useRemoveAttribute();
  const arrange = useArrangeAttributes();
  const { undo } = useUndoing();
  const onError = (error: unknown) => toastProblem(error, t("failed"), t("shell:offline.hint"));
  const undoable = { doing: { label: t("shell:undo.undo"), act: undo } };
  return {
    isPending: add.isPending || change.isPending || remove.isPending,
    save: (
      form: { name: string; type: AttributeType; description: string; options: string[] },
      clear: boolean,
    ) => {
      const done = { onSuccess: onClose, onError };
      if (one) change.mutate({ one, patch: { ...form, clear } }, done);
      else add.mutate({ ...form, of }, done);
    },
    remove: () =>
      one &&
      remove.mutate(one, {
        onSuccess: () => {
          onClose();
          toast(t("attribute.removed", { name: one.name }), undoable);
        },
        onError,
      }),
    arrange: (guids: string[]) => arrange.mutate(guids, { onError }),
  };
}

interface MisfitsProps {
  misfits: readonly Misfit[];
  isClearing: boolean;
  onClearing: (isClearing: boolean) => void;
}

/** Values that would not fit, and whether they may go. */
function Misfits({ misfits, isClearing, onClearing }: MisfitsProps) {
  const { t } = useTranslation("cases");
  return (
    <div className="misfits" role="alert">
      <p>{t("attribute.misfits", { count: misfits.length })}</p>
      <ul>
        {misfits.slice(0, SHOWN).map(({ owner, name, value }) => (
          <li key={owner}>
            {name}: “{value}”
          </li>
        ))}
      </ul>
      <Checkbox isSelected={isClearing} onChange={onClearing}>
        {t("attribute.clear", { count: misfits.length })}
      </Checkbox>
    </div>
  );
}

interface PlaceProps {
  guid: string;
  guids: readonly string[];
  onArrange: (guids: string[]) => void;
}

/** Where the column stands among the others. */
function Place({ guid, guids, onArrange }: PlaceProps) {
  const { t } = useTranslation("cases");
  const place = guids.indexOf(guid);
  return (
    <div className="attribute-place">
      <span>{t("attribute.place", { n: place + 1, of: guids.length })}</span>
      <IconButton
        icon="left"
        label={t("attribute.earlier")}
        isDisabled={place <= 0}
        onPress={() => onArrange(swapped(guids, guid, -1))}
      />
      <IconButton
        icon="right"
        label={t("attribute.later")}
        isDisabled={place < 0 || place >= guids.length - 1}
        onPress={() => onArrange(swapped(guids, guid, 1))}
      />
    </div>
  );
}

interface Draft {
  readonly name: string;
  readonly type: AttributeType;
  readonly description: string;
  readonly lines: string;
}

const draftOf = (one: Attribute | null): Draft => ({
  name: one?.name ?? "",
  type: (one?.type as AttributeType) ?? "text",
  description: one?.description ?? "",
  lines: (one?.options ?? []).join("\n"),
});

/** The values that a draft would not keep. */
function useWrong(one: Attribute | null, type: AttributeType, options: readonly string[]) {
  const isOther =
    one !== null && (type !== one.type || options.join("\n") !== one.options.join("\n"));
  const { data } = useMisfits(isOther ? one.guid : null, type, options);
  return isOther ? (data ?? []) : [];
}

/** What an attribute is: its name, type, values and place; a new one, or one that is there. */
export function AttributeDialog(props: Props) {
  const { one, all, onClose } = props;
  const { t } = useTranslation(["cases", "shell"]);
  const [draft, setDraft] = useState(draftOf(one));
  const [isClearing, setClearing] = useState(false);
  const doings = useDoings(props);
  const { name, type, description, lines } = draft;
  const options = CHOSEN.includes(type) ? optionsOf(lines) : [];
  const wrong = useWrong(one, type, options);
  const isWhole = name.trim() !== "" && (!CHOSEN.includes(type) || options.length > 0);
  const isReady = isWhole && (wrong.length === 0 || isClearing);
  return (
    <Dialog
      title={one ? t("attribute.title", { name: one.name }) : t("attribute.newTitle")}
      isOpen
      onClose={onClose}
      width="30rem"
      footer={
        <>
          {one && (
            <Button look="quiet" icon="trash" writes onPress={doings.remove}>
              {t("attribute.remove")}
            </Button>
          )}
          <span className="push" />
          <Button onPress={onClose}>{t("shell:cancel")}</Button>
          <Button
            look="primary"
            isDisabled={!isReady}
            isPending={doings.isPending}
            onPress={() =>
              doings.save({ name: name.trim(), type, description, options }, isClearing)
            }
          >
            {one ? t("attribute.save") : t("attribute.make")}
          </Button>
        </>
      }
    >
      <TextField
        label={t("attribute.name")}
        value={name}
        onChange={(now) => setDraft({ ...draft, name: now })}
        autoFocus
      />
      <Select
        label={t("attribute.type")}
        choices={ATTRIBUTE_TYPES.map((id) => ({
          id,
          label: t(`types.${id}`),
          note: t(`typeNotes.${id}`),
        }))}
        value={type}
        onChange={(now) => setDraft({ ...draft, type: now })}
      />
      {CHOSEN.includes(type) && (
        <TextField
          label={t("attribute.options")}
          note={t(type === "rating" ? "attribute.levelsNote" : "attribute.optionsNote")}
          rows={5}
          value={lines}
          onChange={(now) => setDraft({ ...draft, lines: now })}
        />
      )}
      <TextField
        label={t("attribute.description")}
        rows={2}
        value={description}
        onChange={(now) => setDraft({ ...draft, description: now })}
      />
      {wrong.length > 0 && (
        <Misfits misfits={wrong} isClearing={isClearing} onClearing={setClearing} />
      )}
      {one && (
        <Place guid={one.guid} guids={all.map(({ guid }) => guid)} onArrange={doings.arrange} />
      )}
    </Dialog>
  );
}
