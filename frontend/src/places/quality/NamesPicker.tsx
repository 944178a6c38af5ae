import { ListBox, ListBoxItem, type Selection } from "react-aria-components";
import { Picker } from "../display/Picker";

interface Props {
  label: string;
  items: readonly { guid: string; name: string }[];
  chosen: readonly string[];
  /** What is meant where nothing is chosen. */
  none: string;
  onChange: (chosen: string[]) => void;
}

/** Some of a list of names, or none of them. */
export function NamesPicker({ label, items, chosen, none, onChange }: Props) {
  const names = items.filter(({ guid }) => chosen.includes(guid)).map(({ name }) => name);
  const shown = names.length === 0 ? none : names.join(", ");
  const choose = (keys: Selection) =>
    onChange(keys === "all" ? items.map(({ guid }) => guid) : [...keys].map(String));
  return (
    <div className="codes-picker">
      <span className="field-label">{label}</span>
      <Picker
        label={label}
        said={`${label}: ${shown}`}
        face={<bdi className="source-picked clip">{shown}</bdi>}
      >
        {() => (
          <ListBox
            aria-label={label}
            className="codes-picker-list names-picker"
            items={items.map((one) => ({ ...one, id: one.guid }))}
            selectionMode="multiple"
            escapeKeyBehavior="none"
            selectedKeys={chosen}
            onSelectionChange={choose}
          >
            {({ guid, name }) => (
              <ListBoxItem id={guid} textValue={name} className="codes-picker-code">
                {({ isSelected }) => (
                  <>
                    <span className="codes-picker-tick" data-on={isSelected || undefined} />
                    <bdi className="codes-picker-name clip">{name}</bdi>
                  </>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        )}
      </Picker>
    </div>
  );
}
