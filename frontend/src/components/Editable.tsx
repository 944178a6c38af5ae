import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useReadOnly } from "../stores/read-only";
import { Button } from "./Button";
import "./editable.css";

interface Props {
  label: string;
  /** The label is for screen readers alone. */
  hidden?: boolean;
  note?: string;
  placeholder?: string;
  value: string;
  className?: string;
  readOnly?: boolean;
  /** It may not be left empty. */
  required?: boolean;
  onSave: (value: string) => void;
}

/** What is written over, and what it was when the writing began. */
interface Draft {
  readonly text: string;
  readonly base: string;
}

/**
 * Text that is written over in its place: leaving it or Ctrl Enter saves, Esc takes it back. When it
 * was changed elsewhere meanwhile, nothing is saved before its person has chosen between the two.
 */
export function Editable(props: Props) {
  const { label, hidden, note, placeholder, value, className, required, onSave } = props;
  const isReadOnly = useReadOnly() !== null || props.readOnly;
  const [draft, setDraft] = useState<Draft | null>(null);
  const isContested = draft !== null && value !== draft.base && value !== draft.text.trim();
  const save = () => {
    const text = draft?.text.trim();
    setDraft(null);
    if (text !== undefined && text !== value && !(required && text === "")) {
      onSave(text);
    }
  };
  return (
    <>
      <label className={`editable ${className ?? ""}`}>
        <span className={hidden ? "sr-only" : "field-label"}>{label}</span>
        <textarea
          rows={1}
          placeholder={placeholder}
          readOnly={isReadOnly}
          value={draft?.text ?? value}
          onChange={(event) =>
            setDraft({ text: event.target.value, base: draft ? draft.base : value })
          }
          onBlur={() => !isContested && save()}
          onKeyDown={(event) => {
            if (event.key === "Escape" && draft !== null) {
              event.stopPropagation();
              setDraft(null);
            }
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
              event.currentTarget.blur();
            }
          }}
        />
        {note && <span className="field-note">{note}</span>}
      </label>
      {isContested && <Contested value={value} onKeep={save} onTake={() => setDraft(null)} />}
    </>
  );
}

interface ContestedProps {
  value: string;
  onKeep: () => void;
  onTake: () => void;
}

/** Two texts for one place: the person chooses. */
function Contested({ value, onKeep, onTake }: ContestedProps) {
  const { t } = useTranslation("shell");
  return (
    <div className="contested" role="alert">
      <p>{value ? t("contested.changed", { value }) : t("contested.emptied")}</p>
      <Button small onPress={onKeep}>
        {t("contested.keep")}
      </Button>
      <Button small onPress={onTake}>
        {t("contested.take")}
      </Button>
    </div>
  );
}
