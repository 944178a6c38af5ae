import { Command } from "cmdk";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Happened, useEvents, useEvidenceOf } from "../api/happenings";
import { Loading } from "../components/Bits";
import { CommandDialog } from "../components/CommandDialog";
import { Icon } from "../components/Icon";
import { toast, toastProblem } from "../components/toasts";
import { addressOf } from "./address";
import { goTo } from "./hash";
import { type NotedWords, note } from "./noting";
import { useUndoing } from "./undoing";
import "./palette.css";

const NEW = "new";

const lettersOf = ({ name, kind, place, when, actors }: Happened) =>
  [name, kind, place, when, ...actors.map((one) => one.name)].join(" ").toLocaleLowerCase();

/** Which event: the one that words are to show, a new one or one that is there; or one to go to. */
export function EventPicker({ words }: { words: NotedWords | null }) {
  const { t } = useTranslation(["happened", "shell"]);
  const { data: events, isPending } = useEvents();
  const { show } = useEvidenceOf("events");
  const { undo } = useUndoing();
  const [text, setText] = useState("");
  const letters = text.trim().toLocaleLowerCase();
  const found = (events ?? []).filter((one) => lettersOf(one).includes(letters));
  const label = t(words ? "pick.ofWords" : "pick.go");
  const choose = ({ guid, name }: Happened) => {
    note(null);
    if (words === null) {
      goTo(addressOf("event", guid));
      return;
    }
    // The list is closed before the answer comes.
    void show.mutateAsync({ guid, words }).then(
      () =>
        toast(t("pick.shown", { name }), {
          tone: "good",
          doing: { label: t("shell:undo.undo"), act: undo },
        }),
      (error: unknown) => toastProblem(error, t("notSaved"), t("shell:offline.hint")),
    );
  };
  return (
    <CommandDialog
      onClose={() => note(null)}
      label={label}
      shouldFilter={false}
      className="palette event-picker"
    >
      {words && (
        <blockquote className="evidence-quote" dir="auto">
          {words.quote}
        </blockquote>
      )}
      <Command.Input value={text} onValueChange={setText} placeholder={t("pick.find")} />
      <Command.List label={label}>
        {isPending && <Loading />}
        {words && (
          <Command.Item value={NEW} onSelect={() => note({ kind: "event", words })}>
            <Icon name="plus" size={16} />
            <span className="clip">{t("pick.new")}</span>
          </Command.Item>
        )}
        {events && !words && <Command.Empty>{t("pick.none")}</Command.Empty>}
        {found.map((one) => (
          <Command.Item key={one.guid} value={one.guid} onSelect={() => choose(one)}>
            <Icon name="history" size={16} />
            <bdi className="clip">{one.name}</bdi>
            <small className="clip">{one.when}</small>
          </Command.Item>
        ))}
      </Command.List>
    </CommandDialog>
  );
}
