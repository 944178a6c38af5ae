import type { ReactNode } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import "./segmented.css";

interface Props<T extends string> {
  label: string;
  value: T;
  choices: readonly { id: T; label: ReactNode }[];
  small?: boolean;
  readOnly?: boolean;
  onChange: (value: T) => void;
}

/** One of a few, all of them seen. */
export function Segmented<T extends string>(props: Props<T>) {
  return (
    <RadioGroup
      className={`segmented${props.small ? " small" : ""}`}
      orientation="horizontal"
      aria-label={props.label}
      value={props.value}
      isReadOnly={props.readOnly ?? false}
      onChange={(value) => props.onChange(value as T)}
    >
      {props.choices.map((choice) => (
        <Radio key={choice.id} value={choice.id}>
          {choice.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
