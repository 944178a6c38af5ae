import { useState } from "react";

interface Props {
  label: string;
  value?: string;
  /** What was written; `null` when it was given up. */
  onDone: (name: string | null) => void;
}

/** A name written in its place: Enter or leaving it takes it, Esc gives it up. */
export function NameField({ label, value = "", onDone }: Props) {
  const [text, setText] = useState(value);
  return (
    <input
      ref={(field) => {
        if (field && document.activeElement !== field) field.select();
      }}
      className="tree-rename name-field"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => onDone(text.trim() || null)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") onDone(text.trim() || null);
        if (event.key === "Escape") onDone(null);
      }}
    />
  );
}
