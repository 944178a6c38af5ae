import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import type { Code } from "../../api/types";
import { Chip } from "../../components/Bits";
import { IconButton } from "../../components/Button";
import { useUi } from "../../stores/ui";
import type { Actions } from "./actions";
import { CodeSearch } from "./CodeSearch";
import { dropPicked, useDesk } from "./desk";
import type { Command } from "./keys";
import { WRITTEN } from "./keys";
import { Swatch } from "./Swatch";

interface Props {
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  actions: Actions;
  field: RefObject<HTMLInputElement | null>;
  run: (command: Command) => void;
}

const GAP = 8;
/** How high the list of codes gets. */
const LIST = 290;

/** Keeps the bar beside the passage, within the window, while the text scrolls. */
function usePlace(bar: RefObject<HTMLElement | null>) {
  const { reader, picked } = useDesk();
  useLayoutEffect(() => {
    const element = bar.current;
    if (!reader || !picked || !element) return;
    const place = () => {
      const box = reader.rectOf(picked);
      const area = element.closest(".desk")?.getBoundingClientRect();
      if (!box || !area) return;
      const { offsetWidth: width, offsetHeight: height } = element;
      const below = area.bottom - box.bottom;
      const goesUp = below < height + LIST && box.top - area.top > below;
      const beside = goesUp ? box.top - GAP - height : box.bottom + GAP;
      const top = Math.min(Math.max(beside, area.top + GAP), area.bottom - height - GAP);
      const left = Math.min(Math.max(box.left, area.left + GAP), area.right - width - GAP);
      element.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
      element.dataset.up = String(goesUp);
    };
    place();
    addEventListener("scroll", place, { capture: true, passive: true });
    addEventListener("resize", place);
    return () => {
      removeEventListener("scroll", place, { capture: true });
      removeEventListener("resize", place);
    };
  }, [reader, picked, bar]);
}

function Recent({ codes, inks, actions }: Pick<Props, "codes" | "inks" | "actions">) {
  const { t } = useTranslation("reduce");
  const recent = useUi((ui) => ui.recent);
  const known = recent.flatMap((guid) => codes.find((code) => code.guid === guid) ?? []);
  if (known.length === 0) return null;
  return (
    <ol className="recent" aria-label={t("bar.recent")}>
      {known.map((code, at) => (
        <li key={code.guid}>
          <button type="button" onClick={() => actions.apply([code.guid])} title={code.path}>
            <kbd>{at + 1}</kbd>
            <Swatch ink={inks.get(code.guid)} />
            <span className="clip">{code.name}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

const DOINGS = [
  { command: "inVivo", icon: "quote" },
  { command: "repeat", icon: "repeat" },
  { command: "memo", icon: "memo" },
  { command: "evidence", icon: "evidence" },
] as const;

/** The bar at the selection: codes by typing, recent ones by digit, and what else can be done. */
export function QuickBar({ codes, inks, actions, field, run }: Props) {
  const { t } = useTranslation("reduce");
  const bar = useRef<HTMLDivElement>(null);
  const picked = useDesk((desk) => desk.picked);
  const reader = useDesk((desk) => desk.reader);
  const recent = useUi((ui) => ui.recent);
  const [chosen, setChosen] = useState<readonly Code[]>([]);
  usePlace(bar);
  const start = picked?.start;
  const end = picked?.end;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passage begins anew
  useEffect(() => setChosen([]), [start, end]);
  if (!picked) return null;

  const guids = chosen.map(({ guid }) => guid);
  const finish = () => {
    dropPicked();
    reader?.focus();
  };
  const applyAnd = (more: readonly string[]) => {
    if (actions.apply([...new Set([...guids, ...more])])) finish();
  };
  const back = () => {
    if (chosen.length > 0) setChosen([]);
    else {
      reader?.focus();
      reader?.setSelection(picked);
    }
  };
  return (
    <div ref={bar} className="quick-bar" role="toolbar" aria-label={t("bar.label")}>
      <div className="quick-bar-top">
        <CodeSearch
          ref={field}
          codes={codes}
          inks={inks}
          recent={recent}
          label={t("bar.find")}
          folds
          before={
            chosen.length > 0 && (
              <span className="quick-chosen">
                {chosen.map((code) => (
                  <Chip
                    key={code.guid}
                    removal={t("bar.remove", { name: code.name })}
                    onRemove={() => setChosen(chosen.filter((one) => one !== code))}
                  >
                    <Swatch ink={inks.get(code.guid)} /> {code.name}
                  </Chip>
                ))}
              </span>
            )
          }
          onPick={(code) => applyAnd([code.guid])}
          onAdd={(code) => setChosen([...chosen.filter((one) => one !== code), code])}
          onMake={(name) => {
            void actions.make(name, guids, { span: picked });
            finish();
          }}
          onBack={() => setChosen(chosen.slice(0, -1))}
          {...(chosen.length > 0 && { onEnter: () => applyAnd([]) })}
          onEscape={back}
        />
        <kbd className="quick-key">{WRITTEN.code}</kbd>
        <span className="quick-rule" />
        {DOINGS.map(({ command, icon }) => (
          <IconButton
            key={command}
            icon={icon}
            size={17}
            label={t(`keys.${command}`)}
            keys={WRITTEN[command]}
            onPress={() => run(command)}
          />
        ))}
        <IconButton icon="close" size={15} label={t("bar.drop")} keys="Esc" onPress={finish} />
      </div>
      <Recent codes={codes} inks={inks} actions={actions} />
    </div>
  );
}
