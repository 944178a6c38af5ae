import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddEvidence } from "../../api/evidence";
import { useFindings } from "../../api/findings";
import { useAddMemo } from "../../api/memos";
import { Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Select, TextField } from "../../components/Field";
import { toast, toastProblem } from "../../components/toasts";
import { type DeskDialog, useDesk } from "./desk";
import { COMMANDS, WRITTEN } from "./keys";

const close = () => {
  useDesk.setState({ dialog: null });
  useDesk.getState().reader?.focus();
};

/** The keys of the desk. */
function Keys() {
  const { t } = useTranslation("reduce");
  return (
    <Dialog title={t("keys.title")} isOpen onClose={close} width="40rem">
      <dl className="keys">
        {COMMANDS.map((command) => (
          <div key={command}>
            <dt>
              <kbd>{WRITTEN[command]}</kbd>
            </dt>
            <dd>{t(`keys.${command}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{t("keys.more")}</p>
    </Dialog>
  );
}

const TITLE = 80;

/** A memo's title from its words: the first line. */
export function titleOf(body: string): string {
  const line = body.split("\n").find((words) => words.trim() !== "" && !words.startsWith(">"));
  const letters = [...(line ?? body).trim()];
  return letters.length <= TITLE ? letters.join("") : `${letters.slice(0, TITLE - 1).join("")}…`;
}

function Memo({ about, quote }: Extract<DeskDialog, { kind: "memo" }>) {
  const { t } = useTranslation(["reduce", "shell"]);
  const add = useAddMemo();
  const [body, setBody] = useState("");
  const quoted = about.kind === "source" && quote ? `> ${quote.replaceAll("\n", "\n> ")}\n\n` : "";
  const save = () => {
    if (body.trim() === "") return;
    add.mutate(
      { title: titleOf(body), body: `${quoted}${body.trim()}`, about: [about] },
      {
        onSuccess: () => {
          toast(t("memo.saved"), { tone: "good" });
          close();
        },
        onError: (error) => toastProblem(error, t("memo.failed"), t("shell:offline.hint")),
      },
    );
  };
  return (
    <Dialog
      title={t(about.kind === "source" ? "memo.ofSource" : "memo.ofCoding")}
      isOpen
      unsaved={body.trim() !== ""}
      onClose={close}
      footer={
        <>
          <span className="muted footer-hint">Ctrl Enter</span>
          <Button onPress={close}>{t("shell:cancel")}</Button>
          <Button
            look="primary"
            isDisabled={body.trim() === ""}
            isPending={add.isPending}
            onPress={save}
          >
            {t("memo.save")}
          </Button>
        </>
      }
    >
      {quote && <blockquote className="quoted">{quote}</blockquote>}
      <TextField
        label={t("memo.label")}
        rows={6}
        autoFocus
        value={body}
        onChange={setBody}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
        }}
      />
    </Dialog>
  );
}

const STANCES = ["supports", "contradicts", "qualifies"] as const;
type Stance = (typeof STANCES)[number];

function Stances({ value, onChange }: { value: Stance; onChange: (stance: Stance) => void }) {
  const { t } = useTranslation("reduce");
  return (
    <fieldset className="stances">
      <legend>{t("evidence.stance")}</legend>
      {STANCES.map((stance) => (
        <label key={stance} className={stance}>
          <input
            type="radio"
            name="stance"
            checked={value === stance}
            onChange={() => onChange(stance)}
          />
          <span>{t(`evidence.${stance}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

type OfEvidence = Extract<DeskDialog, { kind: "evidence" }> & { source: string };

function Evidence({ span, quote, source }: OfEvidence) {
  const { t } = useTranslation(["reduce", "shell"]);
  const findings = useFindings();
  const add = useAddEvidence();
  const [finding, setFinding] = useState<string | null>(null);
  const [stance, setStance] = useState<Stance>("supports");
  const [why, setWhy] = useState("");
  const choices = (findings.data ?? []).map(({ guid, label, statement }) => ({
    id: guid,
    label: `${label} · ${statement}`,
  }));
  const save = () => {
    if (!finding) return;
    const { start, end } = span;
    add.mutate(
      { finding, form: { source, start, end, stance, why: why.trim() } },
      {
        onSuccess: () => {
          toast(t("evidence.added"), { tone: "good" });
          close();
        },
        onError: (error) => toastProblem(error, t("evidence.failed"), t("shell:offline.hint")),
      },
    );
  };
  return (
    <Dialog
      title={t("evidence.title")}
      isOpen
      unsaved={why.trim() !== ""}
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t("shell:cancel")}</Button>
          <Button look="primary" isDisabled={!finding} isPending={add.isPending} onPress={save}>
            {t("evidence.add")}
          </Button>
        </>
      }
    >
      <blockquote className="quoted">{quote}</blockquote>
      {findings.isPending && <Loading />}
      {findings.error && <p role="alert">{t("evidence.unread")}</p>}
      {findings.data && choices.length === 0 && (
        <p>
          {t("evidence.none")} <a href="#/conclude">{t("evidence.make")}</a>
        </p>
      )}
      {choices.length > 0 && (
        <>
          <Select
            label={t("evidence.finding")}
            choices={choices}
            value={finding}
            placeholder={t("evidence.choose")}
            onChange={setFinding}
          />
          <Stances value={stance} onChange={setStance} />
          <TextField label={t("evidence.why")} rows={3} value={why} onChange={setWhy} />
        </>
      )}
    </Dialog>
  );
}

/** What is open over the desk. */
export function DeskDialogs({ source }: { source: string }) {
  const dialog = useDesk((desk) => desk.dialog);
  if (!dialog) return null;
  if (dialog.kind === "keys") return <Keys />;
  if (dialog.kind === "memo") return <Memo {...dialog} />;
  return <Evidence {...dialog} source={source} />;
}
