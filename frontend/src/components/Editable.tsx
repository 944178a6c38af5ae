import { useState } from "react";
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

/** Text that is written over in its place: leaving it or Ctrl Enter saves, Esc takes it back. */
export function Editable(props: Props) {
  const { label, hidden, note, placeholder, value, className, readOnly, required, onSave } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const save = () => {
    const text = draft?.trim();
    setDraft(null);
    if (text !== undefined && text !== value && !(required && text === "")) {
      onSave(text);
    }
  };
  return (
    <label className={`editable ${className ?? ""}`}>
      <span className={hidden ? "sr-only" : "field-label"}>{label}</span>
      <textarea
        rows={1}
        placeholder={placeholder}
        readOnly={readOnly}
        value={draft ?? value}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
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
  );
}
