import { useState } from "react";
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
  useFilter,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useCases } from "../../api/cases";
import "./codes-picker.css";

interface Props {
  label: string;
  /** What no case means; otherwise it is none. */
  none?: string | null;
  /** A case by GUID or name; empty: none. */
  chosen: string;
  onChange: (guid: string | null) => void;
}

const NONE = "none";
const MOST = 200;

/** One of the cases, found by its name, or none. */
export function CasePicker({ label, none, chosen, onChange }: Props) {
  const { t } = useTranslation("networks");
  const nobody = none ?? t("case.none");
  const { data: cases = [] } = useCases();
  const { contains } = useFilter({ sensitivity: "base" });
  const [isOpen, setOpen] = useState(false);
  const [sought, setSought] = useState("");
  const mine = cases.find(({ guid, name }) => guid === chosen || name === chosen);
  const shown = mine?.name ?? (chosen || nobody);
  const found = cases.filter(({ name }) => contains(name, sought)).slice(0, MOST);
  const items = [
    ...(sought ? [] : [{ id: NONE, name: nobody }]),
    ...found.map(({ guid, name }) => ({ id: guid, name })),
  ];
  return (
    <div className="codes-picker">
      <span className="field-label">{label}</span>
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <Button className="codes-picker-button" aria-label={`${label}: ${shown}`}>
          <bdi className="clip">{shown}</bdi>
        </Button>
        <Popover className="codes-picker-popover" placement="bottom start">
          <Dialog aria-label={label}>
            <Autocomplete inputValue={sought} onInputChange={setSought}>
              <SearchField aria-label={t("case.find")} autoFocus>
                <Label className="sr-only">{t("case.find")}</Label>
                <Input placeholder={t("case.find")} />
              </SearchField>
              <ListBox
                aria-label={label}
                className="codes-picker-list"
                items={items}
                selectionMode="single"
                selectedKeys={[mine?.guid ?? NONE]}
                onSelectionChange={(keys) => {
                  const [guid] = keys === "all" ? [] : [...keys];
                  setOpen(false);
                  onChange(guid === undefined || guid === NONE ? null : String(guid));
                }}
                renderEmptyState={() => <p className="muted">{t("case.unknown")}</p>}
              >
                {(one) => (
                  <ListBoxItem id={one.id} textValue={one.name} className="codes-picker-code">
                    <bdi className="codes-picker-name clip">{one.name}</bdi>
                  </ListBoxItem>
                )}
              </ListBox>
            </Autocomplete>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
