import { useMemo, useState } from "react";
import {
  Autocomplete,
  Button,
  ListBox,
  ListBoxItem,
  ListLayout,
  type Selection,
  useFilter,
  Virtualizer,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { components } from "../../api/schema";
import { Picker, PickerSearch } from "./Picker";

export type Code = components["schemas"]["CodeOut"];

interface Props {
  label: string;
  codes: readonly Code[];
  chosen: readonly string[];
  /** What no choice means, in words. */
  none: string;
  readOnly?: boolean;
  onChange: (codes: string[]) => void;
}

/** Some of the codes, chosen from the tree by searching it. */
export function CodesPicker({ label, codes, chosen, none, readOnly, onChange }: Props) {
  const { t } = useTranslation("display");
  const { contains } = useFilter({ sensitivity: "base" });
  const items = useMemo(() => codes.map((code) => ({ ...code, id: code.guid })), [codes]);
  const found = codes.filter(({ guid, path, name }) =>
    chosen.some((one) => one === guid || one === path || one === name),
  );
  const known = found.map(({ guid }) => guid);
  const names = found.map(({ name }) => name);
  const [sought, setSought] = useState("");
  const summary = known.length === 0 ? none : t("settings.codes", { count: known.length });
  const select = (keys: Selection) =>
    onChange(keys === "all" ? codes.map((code) => code.guid) : [...keys].map(String));
  return (
    <div className="codes-picker">
      <span className="field-label">{label}</span>
      <Picker
        label={label}
        said={`${label}: ${summary} ${names.join(", ")}`}
        isDisabled={readOnly ?? false}
        face={
          <>
            <span className="clip">{summary}</span>{" "}
            <span className="codes-picker-names clip">{names.join(", ")}</span>
          </>
        }
      >
        {() => (
          <>
            <Autocomplete filter={contains} inputValue={sought} onInputChange={setSought}>
              <PickerSearch label={t("settings.findCode")} />
              <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 30 }}>
                <ListBox
                  aria-label={label}
                  className="codes-picker-list"
                  items={items}
                  selectionMode="multiple"
                  escapeKeyBehavior="none"
                  selectedKeys={known}
                  onSelectionChange={select}
                  renderEmptyState={() => <p className="muted">{t("settings.noCode")}</p>}
                >
                  {(code) => (
                    <ListBoxItem id={code.guid} textValue={code.path} className="codes-picker-code">
                      {({ isSelected }) => (
                        <>
                          <span className="codes-picker-tick" data-on={isSelected || undefined} />
                          <span
                            className="codes-picker-name"
                            style={{ paddingInlineStart: sought ? 0 : code.depth * 14 }}
                          >
                            <span
                              className="quote-dot"
                              style={{ backgroundColor: code.colour ?? undefined }}
                            />
                            <span className="clip">{sought ? code.path : code.name}</span>
                          </span>
                          <span className="muted number">{code.codings}</span>
                        </>
                      )}
                    </ListBoxItem>
                  )}
                </ListBox>
              </Virtualizer>
            </Autocomplete>
            {known.length > 0 && (
              <Button className="codes-picker-clear" onPress={() => onChange([])}>
                {t("settings.clearCodes")}
              </Button>
            )}
          </>
        )}
      </Picker>
    </div>
  );
}
