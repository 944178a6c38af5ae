import { type ReactNode, useState } from "react";
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  type Selection,
} from "react-aria-components";
import "./codes-picker.css";

interface PickerProps {
  /** What is picked. */
  label: string;
  /** What the button says of itself where its face does not. */
  said: string;
  face: ReactNode;
  faceClass?: string;
  isDisabled?: boolean;
  children: (close: () => void) => ReactNode;
}

/** A button with what is chosen; behind it, what it is chosen from. */
export function Picker(props: PickerProps) {
  const { label, said, face, faceClass = "codes-picker-button", isDisabled = false } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className={faceClass} aria-label={said} isDisabled={isDisabled}>
        {face}
      </Button>
      <Popover className="codes-picker-popover" placement="bottom start">
        <Dialog aria-label={label}>{props.children(() => setOpen(false))}</Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Where a list is narrowed down; within an `Autocomplete`. */
export function PickerSearch({ label }: { label: string }) {
  return (
    <SearchField aria-label={label} autoFocus>
      <Label className="sr-only">{label}</Label>
      <Input placeholder={label} />
    </SearchField>
  );
}

interface OneOfProps {
  label: string;
  find: string;
  /** What stands there where nothing is found. */
  nothing: string;
  items: readonly { id: string; name: string; count?: number }[];
  chosen: string;
  sought: string;
  onSeek: (text: string) => void;
  onPick: (id: string) => void;
}

/** One thing out of many whose names are sought. */
export function OneOf(props: OneOfProps) {
  const pick = (keys: Selection) => {
    const [id] = keys === "all" ? [] : [...keys];
    props.onPick(String(id ?? props.chosen));
  };
  return (
    <Autocomplete inputValue={props.sought} onInputChange={props.onSeek}>
      <PickerSearch label={props.find} />
      <ListBox
        aria-label={props.label}
        className="codes-picker-list"
        items={props.items}
        selectionMode="single"
        escapeKeyBehavior="none"
        selectedKeys={[props.chosen]}
        onSelectionChange={pick}
        renderEmptyState={() => <p className="muted">{props.nothing}</p>}
      >
        {(one) => (
          <ListBoxItem id={one.id} textValue={one.name} className="codes-picker-code">
            <span className="codes-picker-name" title={one.name}>
              <bdi className="clip">{one.name}</bdi>
            </span>
            {one.count !== undefined && <span className="muted number">{one.count}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}
