import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type SourceFilter, useFacets } from "../../api/sources";
import { Checkbox } from "../../components/Field";
import { Icon } from "../../components/Icon";
import { useGroupName } from "./cells";

export const FACETS = ["kind", "case", "language", "status"] as const;
export type Facet = (typeof FACETS)[number];

interface Props {
  facet: Facet;
  filter: SourceFilter;
  onFilter: (filter: SourceFilter) => void;
}

/** The filter with other values of a facet. */
export function withFacet(filter: SourceFilter, facet: Facet, values: readonly string[]) {
  const { [facet]: _, ...others } = filter;
  return (values.length > 0 ? { ...others, [facet]: values } : others) as SourceFilter;
}

/** One facet: its values with the sources counted, any of which are wanted. */
export function FacetFilter({ facet, filter, onFilter }: Props) {
  const { t, i18n } = useTranslation("collect");
  const { data } = useFacets(filter);
  const nameOf = useGroupName();
  const number = new Intl.NumberFormat(i18n.language);
  const chosen: readonly string[] = filter[facet] ?? [];
  const values = data?.[facet] ?? [];
  const label = t(`columns.${facet}`);
  const textOf = (value: string, own: string) =>
    facet === "case" && value !== "" ? own : nameOf(facet, value);
  const first = values.find(({ value }) => value === chosen[0]);
  const told = chosen.length === 1 && first ? textOf(first.value, first.label) : `${chosen.length}`;
  return (
    <DialogTrigger>
      <AriaButton className={`facet-button${chosen.length > 0 ? " on" : ""}`}>
        <span className="clip">{chosen.length > 0 ? `${label}: ${told}` : label}</span>
        <Icon name="down" size={13} />
      </AriaButton>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Dialog className="facet" aria-label={t("filters.by", { column: label })}>
          {values.length === 0 && <p className="muted">{t("filters.noValues")}</p>}
          {values.map(({ value, label: own, count }) => (
            <div key={value} className="facet-line">
              <Checkbox
                isSelected={chosen.includes(value)}
                onChange={(isIn) =>
                  onFilter(
                    withFacet(
                      filter,
                      facet,
                      isIn ? [...chosen, value] : chosen.filter((one) => one !== value),
                    ),
                  )
                }
              >
                <span>{textOf(value, own)}</span>
              </Checkbox>
              <span className="muted number">{number.format(count)}</span>
            </div>
          ))}
          {chosen.length > 0 && (
            <AriaButton
              className="button quiet small"
              onPress={() => onFilter(withFacet(filter, facet, []))}
            >
              {t("filters.any")}
            </AriaButton>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
