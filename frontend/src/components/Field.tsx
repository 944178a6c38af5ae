/** Fields to type into, choose from and tick. */

import type { ReactNode, Ref } from "react";
import {
  Checkbox as AriaCheckbox,
  TextField as AriaField,
  SearchField as AriaSearch,
  Select as AriaSelect,
  Button,
  type CheckboxProps,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  type SearchFieldProps,
  SelectValue,
  Text,
  TextArea,
  type TextFieldProps,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { IconButton } from "./Button";
import { Icon } from "./Icon";
import "./field.css";

interface TextProps extends Omit<TextFieldProps, "className" | "children"> {
  label: string;
  note?: string;
  error?: string;
  /** Several lines, so many at first. */
  rows?: number;
  placeholder?: string;
  /** The id of a `datalist` of what may be meant. */
  list?: string;
  ref?: Ref<HTMLInputElement>;
}

/** A line or several to type; keys go on to what is around unless `onKeyDown` stops them. */
export function TextField(props: TextProps) {
  const { label, note, error, rows, placeholder, list, ref, onKeyDown, ...others } = props;
  return (
    <AriaField
      {...others}
      className="field"
      isInvalid={Boolean(error)}
      onKeyDown={(event) => {
        event.continuePropagation();
        onKeyDown?.(event);
      }}
    >
      <Label>{label}</Label>
      {rows ? (
        <TextArea className="input" rows={rows} placeholder={placeholder ?? ""} />
      ) : (
        <Input
          className="input"
          placeholder={placeholder ?? ""}
          {...(list && { list })}
          {...(ref && { ref })}
        />
      )}
      {note && (
        <Text slot="description" className="field-note">
          {note}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaField>
  );
}

interface SearchProps extends Omit<SearchFieldProps, "className" | "children"> {
  label: string;
  placeholder?: string;
  ref?: Ref<HTMLInputElement>;
}

/** A field that looks for something; Esc empties it. */
export function SearchField({ label, placeholder, ref, ...props }: SearchProps) {
  const { t } = useTranslation("shell");
  return (
    <AriaSearch {...props} className="search-field" aria-label={label}>
      <Icon name="search" size={16} />
      <Input className="input" placeholder={placeholder ?? label} {...(ref && { ref })} />
      <IconButton icon="close" size={14} label={t("clear")} />
    </AriaSearch>
  );
}

export interface Choice<T extends string = string> {
  id: T;
  label: string;
  note?: string;
}

interface SelectProps<T extends string> {
  label: string;
  /** The label is for screen readers alone. */
  hidden?: boolean;
  /** The label stands before, not above. */
  bare?: boolean;
  choices: readonly Choice<T>[];
  value: T | null;
  placeholder?: string;
  disabled?: boolean;
  onChange: (value: T) => void;
}

/** One of several. */
export function Select<T extends string>(props: SelectProps<T>) {
  const named = props.hidden ? { "aria-label": props.label } : {};
  return (
    <AriaSelect
      className={`field${props.bare ? " bare" : ""}`}
      value={props.value}
      onChange={(key) => key !== null && props.onChange(key as T)}
      placeholder={props.placeholder ?? "–"}
      isDisabled={props.disabled ?? false}
      {...named}
    >
      {!props.hidden && <Label>{props.label}</Label>}
      <Button className="select-button">
        <SelectValue className="clip">
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <Icon name="down" size={14} />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="listbox" items={[...props.choices]}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className="listbox-line">
              {({ isSelected }) => (
                <>
                  {isSelected ? <Icon name="check" size={14} /> : <span />}
                  <span>
                    {choice.label}
                    {choice.note && <small>{choice.note}</small>}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

interface TickProps extends Omit<CheckboxProps, "className" | "children"> {
  /** Without words it needs an `aria-label`. */
  children?: ReactNode;
}

/** Yes or no. */
export function Checkbox({ children, ...props }: TickProps) {
  return (
    <AriaCheckbox {...props} className="checkbox">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="box">
            {(isSelected || isIndeterminate) && (
              <Icon name={isIndeterminate ? "minus" : "check"} size={13} />
            )}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}
