import {
  Autocomplete,
  Button,
  GridList,
  GridListItem,
  ListBox,
  ListBoxItem,
  useDragAndDrop,
  useFilter,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Setting } from "../../api/displays";
import { IconButton } from "../../components/Button";
import { Icon } from "../../components/Icon";
import { placed } from "./facets";
import { Picker, PickerSearch } from "./Picker";
import "./facets.css";

interface Props {
  spec: Setting;
  chosen: readonly string[];
  onChange: (facets: string[]) => void;
}

/** What rows or columns are made of: facets, each nested in the one above it, moved by mouse or key. */
export function FacetsSetting({ spec, chosen, onChange }: Props) {
  const { t } = useTranslation("matrix");
  const nameOf = (facet: string) =>
    spec.choices.find((choice) => choice.value === facet)?.label ?? facet;
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder: ({ keys, target }) =>
      onChange(placed(chosen, keys, String(target.key), target.dropPosition === "after")),
  });
  const items = chosen.map((facet, at) => ({ id: facet, name: nameOf(facet), at }));
  const most = spec.most ?? 4;
  return (
    <div className="facets">
      <span className="field-label">{spec.label}</span>
      <GridList
        aria-label={spec.label}
        className="facets-list"
        items={items}
        dependencies={[chosen, onChange]}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <span className="muted">{t("facets.nothing")}</span>}
      >
        {({ id, name, at }) => (
          <GridListItem id={id} textValue={name} className="axis-facet">
            <Button slot="drag" className="facet-grip" aria-label={t("facets.move", { name })}>
              <Icon name="list" size={14} />
            </Button>
            <span className="facet-name">
              {name}
              {at > 0 && (
                <small>{t("facets.within", { outer: nameOf(chosen[at - 1] ?? "") })}</small>
              )}
            </span>
            {at > 0 && (
              <IconButton
                icon="up"
                size={14}
                label={t("facets.before", { name, outer: nameOf(chosen[at - 1] ?? "") })}
                onPress={() => onChange(placed(chosen, [id], chosen[at - 1] ?? "", false))}
              />
            )}
            <IconButton
              icon="close"
              size={14}
              label={t("facets.remove", { name })}
              onPress={() => onChange(chosen.filter((facet) => facet !== id))}
            />
          </GridListItem>
        )}
      </GridList>
      {chosen.length < most && (
        <Adder spec={spec} chosen={chosen} onAdd={(facet) => onChange([...chosen, facet])} />
      )}
    </div>
  );
}

/** The facets that are not chosen yet, found by their names. */
function Adder(props: {
  spec: Setting;
  chosen: readonly string[];
  onAdd: (facet: string) => void;
}) {
  const { spec, chosen, onAdd } = props;
  const { t } = useTranslation("matrix");
  const { contains } = useFilter({ sensitivity: "base" });
  const label = t("facets.add", { label: spec.label });
  const left = spec.choices.filter((choice) => !chosen.includes(choice.value));
  return (
    <Picker label={label} said={label} face={<Icon name="plus" size={14} />} faceClass="facet-add">
      {(close) => (
        <Autocomplete filter={contains}>
          <PickerSearch label={t("facets.find")} />
          <ListBox
            aria-label={label}
            className="codes-picker-list"
            items={left.map((choice) => ({ ...choice, id: choice.value }))}
            escapeKeyBehavior="none"
            onAction={(key) => {
              close();
              onAdd(String(key));
            }}
            renderEmptyState={() => <p className="muted">{t("facets.none")}</p>}
          >
            {(choice) => (
              <ListBoxItem textValue={choice.label} className="codes-picker-code">
                <span className="clip">{choice.label}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
      )}
    </Picker>
  );
}
