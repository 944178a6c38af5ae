import { useTranslation } from "react-i18next";
import { Icon } from "../../components/Icon";

interface Props {
  name: string;
  count: number;
  isFolded: boolean;
  line: number;
  top: number;
  height: number;
  span: number;
  isFocusable: boolean;
  onFold: () => void;
}

/** The head of a group: its name, how many there are, and whether they are shown. */
export function GroupLine({ name, count, isFolded, line, ...props }: Props) {
  const { t, i18n } = useTranslation("collect");
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <tr
      data-line={line}
      aria-rowindex={line + 2}
      tabIndex={props.isFocusable ? 0 : -1}
      aria-level={1}
      aria-expanded={!isFolded}
      className="table-line table-group"
      style={{ top: props.top, height: props.height }}
      onClick={props.onFold}
    >
      <td colSpan={props.span} className="table-group-cell">
        <Icon name={isFolded ? "right" : "down"} size={14} />
        <strong className="clip">{name}</strong>
        <span className="muted number">
          {t("filters.count", { count, n: number.format(count) })}
        </span>
      </td>
    </tr>
  );
}
