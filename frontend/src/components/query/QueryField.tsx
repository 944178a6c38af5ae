import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../Button";
import { Builder } from "./Builder";
import { QueryText } from "./QueryText";
import { SetsMenu } from "./SetsMenu";
import { Wrong } from "./Wrong";
import "./query.css";

interface Props {
  label: string;
  /** The label is for screen readers alone. */
  hidden?: boolean;
  value: string;
  onChange: (value: string) => void;
  /** What the query as it was asked last is refused for. */
  error?: Error | null;
  /** The query that was refused. */
  asked?: string;
  placeholder?: string;
  /** Said below: how many it finds, or what it is for. */
  children?: ReactNode;
  rows?: number;
  autoFocus?: boolean;
  /** The rows are shown from the beginning. */
  built?: boolean;
  onEscape?: () => void;
}

/**
 * Where a query is asked for: as text, with what can stand there offered, or as rows beside it; sets
 * are asked for by name, and a query is kept as one.
 */
export function QueryField(props: Props) {
  const { label, hidden, value, onChange, error = null, asked = value } = props;
  const { placeholder, children, rows = 2, autoFocus = false, built = false, onEscape } = props;
  const { t } = useTranslation("query");
  const [isBuilt, setBuilt] = useState(built);
  const told = useId();
  const isWrong = error !== null && value.trim() !== "";
  return (
    <div className="query-field field">
      <div className="query-head">
        <span className={hidden ? "sr-only" : "label"} aria-hidden="true">
          {label}
        </span>
        <span className="push" />
        <IconButton
          icon="list"
          size={16}
          pressed={isBuilt}
          label={t("builder")}
          onPress={() => setBuilt(!isBuilt)}
        />
        <SetsMenu value={value} isWrong={isWrong} onChange={onChange} />
      </div>
      <QueryText
        label={label}
        value={value}
        rows={rows}
        isWrong={isWrong}
        told={isWrong ? told : undefined}
        autoFocus={autoFocus}
        onChange={onChange}
        onEscape={onEscape}
        {...(placeholder && { placeholder })}
      />
      {isWrong && error && <Wrong id={told} query={asked} error={error} />}
      {children}
      {isBuilt && <Builder value={value} onChange={onChange} />}
    </div>
  );
}
