import { memo, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import type { Code } from "../../api/types";
import { useWritten } from "../../commands/keymap";
import { run } from "../../commands/registry";
import { Chip } from "../../components/Bits";
import { IconButton } from "../../components/Button";
import { Icon } from "../../components/Icon";
import { Writing } from "../../components/Writing";
import { useUi } from "../../stores/ui";
import type { Actions } from "./actions";
import { useAtHand } from "./at-hand";
import { CodeSearch } from "./CodeSearch";
import { dropPicked, useDesk } from "./desk";
import { Swatch } from "./Swatch";
import "./quick-bar.css";

interface Props {
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  actions: Actions;
  field: RefObject<HTMLInputElement | null>;
}

const GAP = 8;
/** How high the list of codes gets. */
const LIST = 290;

/** Keeps the bar beside the passage, within the window, while the text scrolls. */
function usePlace(bar: RefObject<HTMLElement | null>) {
  const reader = useDesk((desk) => desk.reader);
  const picked = useDesk((desk) => desk.picked);
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

function AtHand({ codes, inks, onTake }: Pick<Props, "codes" | "inks"> & Taking) {
  const { t } = useTranslation(["reduce", "desk"]);
  const favourites = useUi((ui) => ui.favourites);
  const toggleFavourite = useUi((ui) => ui.toggleFavourite);
  const known = useAtHand().flatMap((guid, at) => {
    const code = codes.find((one) => one.guid === guid);
    return code ? [{ code, digit: at + 1 }] : [];
  });
  if (known.length === 0) return null;
  return (
    <ol className="recent" aria-label={t("bar.recent")}>
      {known.map(({ code, digit }) => {
        const isPinned = favourites.includes(code.guid);
        return (
          <li key={code.guid}>
            <Writing>
              <button
                type="button"
                className="recent-code"
                onClick={() => onTake(code)}
                title={code.path}
              >
                <kbd>{digit}</kbd>
                <Swatch ink={inks.get(code.guid)} />
                <span className="clip">{code.name}</span>
              </button>
            </Writing>
            <button
              type="button"
              className="recent-pin"
              aria-pressed={isPinned}
              aria-label={t("desk:bar.pin", { name: code.name })}
              title={t(isPinned ? "desk:bar.unpinHint" : "desk:bar.pinHint")}
              onClick={() => toggleFavourite(code.guid)}
            >
              <Icon name="pin" size={12} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}

interface Taking {
  onTake: (code: Code) => void;
}

const DOINGS = [
  { command: "reduce.inVivo", icon: "quote", writes: true },
  { command: "reduce.repeat", icon: "repeat", writes: true },
  { command: "reduce.memo", icon: "memo", writes: true },
  { command: "reduce.evidence", icon: "evidence", writes: true },
  { command: "reduce.surprise", icon: "warning", writes: true },
  { command: "reduce.event", icon: "history", writes: true },
  { command: "reduce.cite", icon: "copy", writes: false },
] as const;

/** One thing to do with the selection, with its key. */
function Doing({ command, icon, writes }: (typeof DOINGS)[number]) {
  const { t } = useTranslation("commands");
  const keys = useWritten(command);
  const label = t(command);
  return (
    <IconButton
      writes={writes}
      icon={icon}
      size={17}
      label={label}
      keys={keys}
      onPress={() => run(command)}
    />
  );
}

/** The bar at the selection: codes by typing, recent ones by digit, and what else can be done. */
export const QuickBar = memo(function QuickBar({ codes, inks, actions, field }: Props) {
  const { t } = useTranslation("reduce");
  const bar = useRef<HTMLDivElement>(null);
  const picked = useDesk((desk) => desk.picked);
  const reader = useDesk((desk) => desk.reader);
  const recent = useAtHand();
  const codeKey = useWritten("reduce.code");
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
  const applyAnd = (more: readonly string[], weight: number | null = null) => {
    if (actions.apply([...new Set([...guids, ...more])], { weight })) finish();
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
        <Writing>
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
            weighs
            onPick={(code, weight) => applyAnd([code.guid], weight)}
            onAdd={(code) => setChosen([...chosen.filter((one) => one !== code), code])}
            onMake={(name, weight) => {
              void actions.make(name, guids, { span: picked, weight });
              finish();
            }}
            onBack={() => setChosen(chosen.slice(0, -1))}
            {...(chosen.length > 0 && { onEnter: () => applyAnd([]) })}
            onEscape={back}
          />
        </Writing>
        <kbd className="quick-key">{codeKey}</kbd>
        <span className="quick-rule" />
        {DOINGS.map((doing) => (
          <Doing key={doing.command} {...doing} />
        ))}
        <IconButton icon="close" size={15} label={t("bar.drop")} keys="Esc" onPress={finish} />
      </div>
      <AtHand codes={codes} inks={inks} onTake={({ guid }) => applyAnd([guid])} />
    </div>
  );
});
