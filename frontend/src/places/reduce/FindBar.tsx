import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Span } from "../../annotators/text/api";
import { IconButton } from "../../components/Button";
import { SearchField } from "../../components/Field";
import { useDesk } from "./desk";

/** Finds words in the open text: how often they stand there, and on from one to the next. */
export function FindBar() {
  const { t } = useTranslation("reduce");
  const reader = useDesk((desk) => desk.reader);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [hits, setHits] = useState<readonly Span[]>([]);
  const [at, setAt] = useState(0);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const found = text.trim() === "" ? [] : (reader?.find(text) ?? []);
    setHits(found);
    setAt(0);
    reader?.setHits(found);
    if (found[0]) void reader?.goTo(found[0]);
    return () => reader?.setHits(null);
  }, [reader, text]);
  const go = (step: number) => {
    if (hits.length === 0) return;
    const to = (at + step + hits.length) % hits.length;
    setAt(to);
    const hit = hits[to];
    if (hit) void reader?.goTo(hit, { flash: true });
  };
  const close = () => {
    useDesk.setState({ isFinding: false });
    reader?.focus();
  };
  const press = (event: React.KeyboardEvent) => {
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    if (event.key === "Escape") close();
  };
  const count = text.trim() === "" ? "" : t("find.count", { count: hits.length, at: at + 1 });
  return (
    <search className="find-bar" onKeyDownCapture={press}>
      <SearchField ref={field} label={t("find.label")} value={text} onChange={setText} />
      <span className="muted number" role="status">
        {hits.length === 0 && text.trim() !== "" ? t("find.none") : count}
      </span>
      <IconButton
        icon="up"
        label={t("find.previous")}
        keys="⇧ Enter"
        isDisabled={hits.length === 0}
        onPress={() => go(-1)}
      />
      <IconButton
        icon="down"
        label={t("find.next")}
        keys="Enter"
        isDisabled={hits.length === 0}
        onPress={() => go(1)}
      />
      <IconButton icon="close" label={t("find.close")} keys="Esc" onPress={close} />
    </search>
  );
}
