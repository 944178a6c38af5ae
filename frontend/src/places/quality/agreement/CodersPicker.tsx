import { ListBox, ListBoxItem, type Selection } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Picker } from "../../display/Picker";

interface Props {
  coders: readonly { guid: string; name: string }[];
  chosen: readonly string[];
  onChange: (coders: string[]) => void;
}

/** Some of the people of a study; none: all who read something. */
export function CodersPicker({ coders, chosen, onChange }: Props) {
  const { t } = useTranslation("agreement");
  const label = t("asked.coders");
  const names = coders.filter(({ guid }) => chosen.includes(guid)).map(({ name }) => name);
  const shown = names.length === 0 ? t("asked.allCoders") : names.join(", ");
  const choose = (keys: Selection) =>
    onChange(keys === "all" ? coders.map(({ guid }) => guid) : [...keys].map(String));
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
            className="codes-picker-list agreement-coders"
            items={coders.map((one) => ({ ...one, id: one.guid }))}
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
