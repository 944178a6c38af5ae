import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { About, Thing } from "../api/memos";
import { addressOfThing } from "../app/address";
import { Button, IconButton } from "./Button";
import { Icon } from "./Icon";
import { NAMED_ICONS, optionId, Suggestions, useSuggestions } from "./Suggestions";
import "./memo.css";
import "./markdown-editor.css";

interface AdderProps {
  onAdd: (about: About, label: string) => void;
  onClose: () => void;
}

/** A field that finds what a memo is to be about. */
function Adder({ onAdd, onClose }: AdderProps) {
  const { t } = useTranslation("memos");
  const id = useId();
  const [letters, setLetters] = useState("");
  const { found, at, move } = useSuggestions(letters);
  const take = (number: number) => {
    const named = found[number];
    if (!named) return;
    onAdd({ kind: named.kind, guid: named.guid }, named.label);
    onClose();
  };
  const keys = new Map([
    ["ArrowDown", () => move(1)],
    ["ArrowUp", () => move(-1)],
    ["Enter", () => take(at)],
    ["Escape", onClose],
  ]);
  return (
    <span className="about-adder">
      <input
        className="input"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? optionId(id, at) : undefined}
        aria-label={t("about.find")}
        placeholder={t("about.find")}
        // biome-ignore lint/a11y/noAutofocus: it was opened to be typed into
        autoFocus
        value={letters}
        onChange={(event) => setLetters(event.currentTarget.value)}
        onBlur={onClose}
        onKeyDown={(event) => {
          const act = keys.get(event.key);
          if (!act) return;
          event.preventDefault();
          event.stopPropagation();
          act();
        }}
      />
      <Suggestions
        id={id}
        found={found}
        at={at}
        {...(letters === "" && { hint: t("editor.mention") })}
        place={{ left: 0, top: 34 }}
        onPick={(named) => take(found.indexOf(named))}
      />
    </span>
  );
}

interface Props {
  about: readonly Thing[];
  /** What is to be changed; without it they are only read. */
  onChange?: ((about: About[]) => void) | undefined;
}

const asForm = ({ kind, guid }: Thing): About => ({ kind, guid });

/** What a memo is about: each a way to it, more to be added, any to be taken off. */
export function AboutChips({ about, onChange }: Props) {
  const { t } = useTranslation("memos");
  const [isAdding, setAdding] = useState(false);
  return (
    <ul className="about-chips" aria-label={t("about.label")}>
      {about.map((thing) => (
        <li key={thing.guid} className="chip">
          <a
            className="about-link clip"
            href={`#${addressOfThing(thing)}`}
            title={thing.where || thing.label}
          >
            <Icon name={NAMED_ICONS[thing.kind] ?? "quote"} size={13} className="about-mark" />{" "}
            {thing.label || t("mention.gone")}
          </a>
          {onChange && (
            <IconButton
              icon="close"
              size={12}
              label={t("about.remove", { name: thing.label })}
              onPress={() => onChange(about.filter((one) => one !== thing).map(asForm))}
            />
          )}
        </li>
      ))}
      {onChange && (
        <li className="about-add">
          {isAdding ? (
            <Adder
              onAdd={(one) => onChange([...about.map(asForm), one])}
              onClose={() => setAdding(false)}
            />
          ) : (
            <Button small look="quiet" icon="plus" writes onPress={() => setAdding(true)}>
              {t("about.add")}
            </Button>
          )}
        </li>
      )}
    </ul>
  );
}
