import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../components/Button";
import { Checkbox } from "../../components/Field";
import { type Arrangement, AS_IT_IS, movedTo, type PartLine, stepped } from "./arrange";

interface Props {
  /** The template's own parts and those added, in the order chosen. */
  lines: readonly PartLine[];
  /** Those it can have besides and has not. */
  others: readonly PartLine[];
  arrangement: Arrangement;
  onArrange: (arrangement: Arrangement) => void;
}

const without = (names: readonly string[], name: string) => names.filter((one) => one !== name);

/** Moves by keys go on at the part that was moved. */
function focusOn(list: HTMLElement | null, name: string, direction: string): void {
  requestAnimationFrame(() => {
    const line = list?.querySelector(`[data-part="${CSS.escape(name)}"]`);
    const button = line?.querySelector<HTMLElement>(`[data-move="${direction}"] button`);
    button?.focus();
  });
}

/** The parts of a report: ticked or not, and moved by dragging or by their buttons. */
export function Parts({ lines, others, arrangement, onArrange }: Props) {
  const { t } = useTranslation("report");
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const { left, added } = arrangement;
  const isChanged = arrangement.order.length + left.length + added.length > 0;
  const order = (names: string[]) => onArrange({ ...arrangement, order: names });
  const add = (name: string, on: boolean) =>
    onArrange({ ...arrangement, added: on ? [...added, name] : without(added, name) });
  const turn = (name: string, on: boolean) => {
    if (added.includes(name)) add(name, on);
    else onArrange({ ...arrangement, left: on ? without(left, name) : [...left, name] });
  };
  const step = (list: HTMLElement | null, line: PartLine, by: -1 | 1) => {
    order(stepped(lines, line.name, by));
    focusOn(list, line.name, by < 0 ? "up" : "down");
  };
  return (
    <fieldset className="report-parts">
      <legend className="field-label">{t("parts.title")}</legend>
      <ol>
        {lines.map((line, at) => (
          <li
            key={line.name}
            data-part={line.name}
            data-over={(over === line.name && dragged !== line.name) || undefined}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = "move";
              event.dataTransfer.setData("text/plain", line.title);
              setDragged(line.name);
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(line.name);
            }}
            onDrop={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              order(movedTo(lines, dragged, line.name));
            }}
          >
            {line.chapter_title && lines[at - 1]?.chapter !== line.chapter && (
              <p className="report-chapter">{line.chapter_title}</p>
            )}
            <div className="report-part" data-inner={Boolean(line.chapter) || undefined}>
              <Checkbox
                isSelected={!left.includes(line.name)}
                onChange={(on) => turn(line.name, on)}
              >
                {line.title}
              </Checkbox>
              {([-1, 1] as const).map((by) => (
                <span key={by} data-move={by < 0 ? "up" : "down"}>
                  <IconButton
                    icon={by < 0 ? "up" : "down"}
                    size={14}
                    label={t(by < 0 ? "parts.up" : "parts.down", { title: line.title })}
                    isDisabled={lines[at + by] === undefined}
                    onPress={(event) => step(event.target.closest("ol"), line, by)}
                  />
                </span>
              ))}
            </div>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <details className="report-others">
          <summary>{t("parts.others")}</summary>
          {others.map(({ name, title }) => (
            <Checkbox key={name} isSelected={false} onChange={(on) => add(name, on)}>
              {title}
            </Checkbox>
          ))}
        </details>
      )}
      {isChanged && (
        <Button small look="quiet" icon="undo" onPress={() => onArrange(AS_IT_IS)}>
          {t("parts.reset")}
        </Button>
      )}
    </fieldset>
  );
}
