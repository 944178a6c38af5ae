import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useNamed } from "../api/names";
import {
  type Relation,
  useRelationDoings,
  useRelationMediators,
  useRelations,
} from "../api/relations";
import { addressOf } from "../app/address";
import { useUndoing } from "../app/undoing";
import { Between, Opening } from "./Between";
import { Button, IconButton } from "./Button";
import { Editable } from "./Editable";
import { Select, TextField } from "./Field";
import { optionId, Suggestions } from "./Suggestions";
import { toast, toastProblem } from "./toasts";
import { Writing } from "./Writing";
import "./happened-dialog.css";

interface Props {
  kind: "code" | "case";
  guid: string;
  name: string;
}

interface NewProps extends Props {
  types: readonly string[];
  onClose: () => void;
}

type Way = "from" | "to";

/** A relation that is not there yet. */
function NewRelation({ kind, guid, name, types, onClose }: NewProps) {
  const { t } = useTranslation(["relations", "shell"]);
  const list = useId();
  const [way, setWay] = useState<Way>("from");
  const [type, setType] = useState("");
  const [other, setOther] = useState<{ guid: string; label: string } | null>(null);
  const [memo, setMemo] = useState("");
  const { add } = useRelationDoings();
  const keep = () => {
    if (!other) return;
    const [origin, target] = way === "from" ? [guid, other.guid] : [other.guid, guid];
    add.mutate(
      { type, origin_kind: kind, origin, target_kind: kind, target, memo },
      {
        onSuccess: onClose,
        onError: (error) => toastProblem(error, t("notSaved"), t("shell:offline.hint")),
      },
    );
  };
  return (
    <div className="happened-new">
      <Select
        label={t("way")}
        choices={[
          { id: "from", label: t("from", { name }) },
          { id: "to", label: t("to", { name }) },
        ]}
        value={way}
        onChange={setWay}
      />
      <TextField
        label={t("type")}
        note={t(`typeNote.${kind}`)}
        value={type}
        onChange={setType}
        list={list}
      />
      <datalist id={list}>
        {types.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Other kind={kind} not={guid} chosen={other} onChoose={setOther} />
      <TextField label={t("memo")} rows={2} value={memo} onChange={setMemo} />
      <p className="happened-doings">
        <Button
          small
          look="primary"
          writes
          isDisabled={type.trim() === "" || other === null}
          isPending={add.isPending}
          onPress={keep}
        >
          {t("keep")}
        </Button>
        <Button small onPress={onClose}>
          {t("shell:cancel")}
        </Button>
      </p>
    </div>
  );
}

interface OtherProps {
  kind: Props["kind"];
  not: string;
  chosen: { guid: string; label: string } | null;
  onChoose: (one: { guid: string; label: string } | null) => void;
}

/** The other end, found by its name. */
function Other({ kind, not, chosen, onChoose }: OtherProps) {
  const { t } = useTranslation("relations");
  const id = useId();
  const [letters, setLetters] = useState("");
  const [at, setAt] = useState(0);
  const { data = [] } = useNamed(letters, 30);
  const found =
    letters === "" || chosen
      ? []
      : data.filter((one) => one.kind === kind && one.guid !== not).slice(0, 8);
  const take = (number: number) => {
    const one = found[number];
    if (!one) return;
    onChoose(one);
    setLetters(one.label);
  };
  const last = Math.max(0, found.length - 1);
  const keys = new Map([
    ["ArrowDown", () => setAt(Math.min(at + 1, last))],
    ["ArrowUp", () => setAt(Math.max(at - 1, 0))],
    ["Enter", () => take(at)],
  ]);
  return (
    <div className="relation-other">
      <label className="field">
        <span className="field-label">{t(`other.${kind}`)}</span>
        <input
          className="input"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={found.length > 0 ? optionId(id, at) : undefined}
          value={chosen?.label ?? letters}
          onChange={(event) => {
            onChoose(null);
            setLetters(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            const act = keys.get(event.key);
            if (!act || found.length === 0) return;
            event.preventDefault();
            act();
          }}
        />
      </label>
      {found.length > 0 && (
        <Suggestions
          id={id}
          found={found}
          at={Math.min(at, last)}
          onPick={(named) => take(found.findIndex(({ guid }) => guid === named.guid))}
        />
      )}
    </div>
  );
}

interface LineProps {
  one: Relation;
  of: Props;
}

function Line({ one, of }: LineProps) {
  const { t } = useTranslation(["relations", "shell"]);
  const { change, remove } = useRelationDoings();
  const { undo } = useUndoing();
  const isFrom = one.origin.guid === of.guid;
  const other = isFrom ? one.target : one.origin;
  const onError = (error: unknown) => toastProblem(error, t("notSaved"), t("shell:offline.hint"));
  const drop = () =>
    void remove
      .mutateAsync(one)
      .then(
        () => toast(t("removed"), { doing: { label: t("shell:undo.undo"), act: undo } }),
        onError,
      );
  const link = (
    <Link href={addressOf(other.kind, other.guid)}>
      <bdi>{other.label}</bdi>
    </Link>
  );
  return (
    <li>
      <p className="happened-lead">
        <span>
          {isFrom ? (
            <>
              {one.type} → {link}
            </>
          ) : (
            <>
              {link} {one.type} →
            </>
          )}
        </span>
        <IconButton
          icon="close"
          size={14}
          label={t("remove", { type: one.type, name: other.label })}
          writes
          onPress={drop}
        />
      </p>
      <Editable
        label={t("typeOf", { name: other.label })}
        hidden
        required
        value={one.type}
        onSave={(type) => change.mutate({ one, patch: { type } }, { onError })}
      />
      <Editable
        label={t("memoOf", { name: other.label })}
        hidden
        placeholder={t("memo")}
        value={one.memo}
        onSave={(memo) => change.mutate({ one, patch: { memo } }, { onError })}
      />
      {one.origin.kind === "code" && one.target.kind === "code" && (
        <Writing>
          <Opening of={`${one.origin.label} → ${one.target.label}`}>
            {(onClose) => <Middle one={one} not={of.guid} onClose={onClose} />}
          </Opening>
        </Writing>
      )}
    </li>
  );
}

/** What may stand between the two codes of a relation, put there with one press. */
function Middle({ one, not, onClose }: { one: Relation; not: string; onClose: () => void }) {
  const { t } = useTranslation(["relations", "shell", "networks"]);
  const { data } = useRelationMediators(one.guid);
  const { putBetween } = useRelationDoings();
  const [other, setOther] = useState<{ guid: string; label: string } | null>(null);
  const onError = (error: unknown) => toastProblem(error, t("notSaved"), t("shell:offline.hint"));
  const put = (guid: string) => putBetween.mutate({ one, kind: "code", guid }, { onError });
  return (
    <Between
      lead={t("between.lead")}
      none={t("between.none")}
      found={data}
      isPending={putBetween.isPending}
      onPut={put}
    >
      <Other kind="code" not={not} chosen={other} onChoose={setOther} />
      <p className="net-between-doings">
        <Button
          small
          look="primary"
          writes
          isDisabled={other === null}
          isPending={putBetween.isPending}
          onPress={() => other && put(other.guid)}
        >
          {t("networks:between.put")}
        </Button>
        <Button small onPress={onClose}>
          {t("shell:cancel")}
        </Button>
      </p>
    </Between>
  );
}

/** What a code or case is to others of its kind, and why: made, changed and let go here. */
export function RelationsOf(props: Props) {
  const { t } = useTranslation("relations");
  const [isAdding, setAdding] = useState(false);
  const { data } = useRelations(props.guid);
  if (!data) return null;
  return (
    <section className="happened-part entry-part" aria-label={t("title")}>
      <h3>{t("title")}</h3>
      {data.relations.length === 0 && <p className="muted">{t(`none.${props.kind}`)}</p>}
      <ul>
        {data.relations.map((one) => (
          <Line key={one.guid} one={one} of={props} />
        ))}
      </ul>
      <Writing>
        {isAdding ? (
          <NewRelation {...props} types={data.types} onClose={() => setAdding(false)} />
        ) : (
          <Button small icon="link" writes onPress={() => setAdding(true)}>
            {t("add")}
          </Button>
        )}
      </Writing>
    </section>
  );
}
