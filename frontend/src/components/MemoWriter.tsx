import { type RefObject, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { MEMO_KINDS, type MemoKind } from "../api/memos";
import type { Memo } from "../api/types";
import { dated, timed } from "../lib/dates";
import { isBlank } from "../lib/markdown-edit";
import { useRoom } from "../lib/room";
import { Button, IconButton } from "./Button";
import { Select } from "./Field";
import { Icon } from "./Icon";
import { Markdown } from "./Markdown";
import { MarkdownEditor, type MarkdownEditorHandle } from "./MarkdownEditor";
import { type Standing, useWriting, type Wanted } from "./memo-writing";
import { Segmented } from "./Segmented";
import "./memo.css";

type Look = "write" | "beside" | "read";

/** The kinds of memo, each with what it is for. */
export function useKindChoices() {
  const { t } = useTranslation("memos");
  return MEMO_KINDS.map((id) => ({
    id,
    label: t(`memoKinds.${id}`),
    note: t(`memoKindNotes.${id}`),
  }));
}

/** Questions that help to begin; a click puts one into the text. They go once something is written. */
function Prompts({
  kind,
  editor,
}: {
  kind: string;
  editor: RefObject<MarkdownEditorHandle | null>;
}) {
  const { t } = useTranslation("memos");
  const prompts = t(`prompts.${kind as MemoKind}`)
    .split("\n")
    .filter(Boolean);
  if (prompts.length === 0) return null;
  return (
    <details className="memo-prompts">
      <summary>{t("writer.prompts")}</summary>
      <ul>
        {prompts.map((prompt) => (
          <li key={prompt}>
            <button type="button" onClick={() => editor.current?.insert(`**${prompt}** `)}>
              {prompt}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ContestedProps {
  memo: Memo;
  onSettle: (how: "mine" | "theirs" | "both") => void;
}

/** The memo was changed elsewhere while it was written here: both are seen, the person chooses. */
function Contested({ memo, onSettle }: ContestedProps) {
  const { t } = useTranslation("memos");
  return (
    <section className="memo-contested" role="alert" aria-label={t("conflict.title")}>
      <h3>
        <Icon name="warning" size={16} className="memo-warning" /> {t("conflict.title")}
      </h3>
      <p>{t("conflict.body", { time: timed(memo.changed) })}</p>
      <article className="memo-other" aria-label={t("conflict.other")}>
        <h4>{memo.title}</h4>
        <Markdown text={memo.body} />
      </article>
      <div className="doings">
        <Button small onPress={() => onSettle("both")}>
          {t("conflict.both")}
        </Button>
        <Button small onPress={() => onSettle("mine")}>
          {t("conflict.mine")}
        </Button>
        <Button small onPress={() => onSettle("theirs")}>
          {t("conflict.theirs")}
        </Button>
      </div>
    </section>
  );
}

function State({ standing }: { standing: Standing }) {
  const { t } = useTranslation("memos");
  return (
    <span role="status" className={`memo-state ${standing}`}>
      {t(`standing.${standing}`)}
    </span>
  );
}

interface Props extends Wanted {
  autoFocus?: boolean;
  /** The panel is narrow: nothing stands beside the text. */
  compact?: boolean;
  /** The person is done: what was written is saved (or there was nothing). */
  onDone: () => void;
}

/** A memo being written: title, kind and text; saved by Ctrl Enter and by leaving. */
export function MemoWriter({ autoFocus, compact, onDone, ...wanted }: Props) {
  const { memo } = wanted;
  const { t } = useTranslation(["memos", "shell"]);
  const { words, edit, save, giveUp, settle, standing, restored } = useWriting(wanted);
  const kinds = useKindChoices();
  const room = useRoom();
  const editor = useRef<MarkdownEditorHandle>(null);
  const frame = useRef<HTMLElement>(null);
  const [look, setLook] = useState<Look>("write");
  const done = async () => {
    if (standing === "contested") return;
    if (standing === "clean" || (!memo && isBlank(words.body) && isBlank(words.title))) {
      return onDone();
    }
    if (await save()) onDone();
  };
  const looks: Look[] =
    room === "wide" && !compact ? ["write", "beside", "read"] : ["write", "read"];
  return (
    <section
      ref={frame}
      className={`memo-writer${look === "beside" ? " beside" : ""}`}
      aria-label={t(memo ? "writer.edit" : "writer.new")}
      onBlur={(event) => {
        const to = event.relatedTarget;
        const isInside = to instanceof Node && frame.current?.contains(to);
        if (memo && !isInside) void save();
      }}
    >
      {restored !== null && (
        <p className="memo-restored" role="status">
          {t("writer.restored", {
            date: dated(new Date(restored)),
            time: timed(new Date(restored)),
          })}
          <Button small onPress={giveUp}>
            {t("writer.giveUp")}
          </Button>
        </p>
      )}
      <div className="memo-writer-head">
        <input
          className="memo-title-field"
          aria-label={t("writer.title")}
          placeholder={t("writer.titleHint")}
          value={words.title}
          onChange={(event) => edit({ title: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (event.ctrlKey || event.metaKey) void done();
            else editor.current?.focus();
          }}
        />
        <Select
          label={t("kind")}
          hidden
          choices={kinds}
          value={words.kind as MemoKind}
          onChange={(kind) => edit({ kind })}
        />
        <Segmented
          small
          label={t("writer.look")}
          value={look}
          choices={looks.map((id) => ({ id, label: t(`writer.looks.${id}`) }))}
          onChange={setLook}
        />
      </div>
      <div className="memo-writer-body">
        {look !== "read" && (
          <MarkdownEditor
            ref={editor}
            label={t("writer.text")}
            value={words.body}
            rows={compact ? 5 : 10}
            autoFocus={autoFocus ?? false}
            onChange={(body) => edit({ body })}
            onSave={() => void done()}
            onEscape={() => void done()}
          />
        )}
        {look !== "write" && (
          <section className="memo-preview" aria-label={t("writer.looks.read")}>
            {isBlank(words.body) ? (
              <p className="muted">{t("writer.nothing")}</p>
            ) : (
              <Markdown text={words.body} />
            )}
          </section>
        )}
      </div>
      {isBlank(words.body) && look !== "read" && <Prompts kind={words.kind} editor={editor} />}
      {standing === "contested" && memo && <Contested memo={memo} onSettle={settle} />}
      <footer className="memo-writer-foot">
        <State standing={standing} />
        {standing !== "clean" && standing !== "contested" && (
          <IconButton
            icon="trash"
            label={t("writer.giveUp")}
            onPress={() => {
              giveUp();
              onDone();
            }}
          />
        )}
        <Button
          small
          look="primary"
          isPending={standing === "saving"}
          isDisabled={standing === "contested"}
          onPress={() => void done()}
        >
          {t("writer.done")}
        </Button>
      </footer>
    </section>
  );
}
