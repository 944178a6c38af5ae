import { useDeferredValue, useState } from "react";
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
import { useTranslation } from "react-i18next";
import { useSource, useSources } from "../../api/sources";
import "./codes-picker.css";

interface Props {
  label: string;
  /** A source by GUID or name; empty: whichever the display takes by itself. */
  chosen: string;
  onChange: (source: string) => void;
}

const MOST = 100;
const BY_ITSELF = "";
const GUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** One of the sources, found by its name; there may be very many. */
export function SourcePicker({ label, chosen, onChange }: Props) {
  const { t } = useTranslation("pictures");
  const { data: source } = useSource(GUID.test(chosen) ? chosen : null);
  const [open, setOpen] = useState(false);
  const shown = chosen === "" ? t("source.any") : (source?.name ?? chosen);
  const pick = (guid: string) => {
    setOpen(false);
    onChange(guid);
  };
  return (
    <div className="codes-picker">
      <span className="field-label">{label}</span>
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <Button className="codes-picker-button" aria-label={`${label}: ${shown}`}>
          <bdi className="source-picked clip">{shown}</bdi>
        </Button>
        <Popover className="codes-picker-popover" placement="bottom start">
          <Dialog aria-label={label}>
            <Choices label={label} chosen={source?.guid ?? BY_ITSELF} onPick={pick} />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}

interface ChoicesProps {
  label: string;
  chosen: string;
  onPick: (guid: string) => void;
}

function Choices({ label, chosen, onPick }: ChoicesProps) {
  const { t } = useTranslation("pictures");
  const [sought, setSought] = useState("");
  const text = useDeferredValue(sought.trim());
  const { data } = useSources({ ...(text && { text }), limit: MOST, sort: "name" });
  const found = data?.sources ?? [];
  const items = [
    ...(sought ? [] : [{ id: BY_ITSELF, name: t("source.any"), codings: null }]),
    ...found.map(({ guid, name, codings }) => ({ id: guid, name, codings })),
  ];
  const left = (data?.total ?? 0) - found.length;
  const select = (keys: Selection) => {
    const [guid] = keys === "all" ? [] : [...keys];
    onPick(String(guid ?? BY_ITSELF));
  };
  return (
    <Autocomplete inputValue={sought} onInputChange={setSought}>
      <SearchField aria-label={t("source.find")} autoFocus>
        <Label className="sr-only">{t("source.find")}</Label>
        <Input placeholder={t("source.find")} />
      </SearchField>
      <ListBox
        aria-label={label}
        className="codes-picker-list"
        items={items}
        selectionMode="single"
        escapeKeyBehavior="none"
        selectedKeys={[chosen]}
        onSelectionChange={select}
        renderEmptyState={() => <p className="muted">{t("source.none")}</p>}
      >
        {(one) => (
          <ListBoxItem id={one.id} textValue={one.name} className="codes-picker-code">
            <bdi className="codes-picker-name clip">{one.name}</bdi>
            {one.codings !== null && <span className="muted number">{one.codings}</span>}
          </ListBoxItem>
        )}
      </ListBox>
      {left > 0 && <p className="field-note">{t("source.more", { count: left })}</p>}
    </Autocomplete>
  );
}
