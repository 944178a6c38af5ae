import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Span } from "../../annotators/text/api";
import { Button, IconButton } from "../../components/Button";
import { SearchField } from "../../components/Field";
import { useDesk } from "./desk";
import { isExpression } from "./expression";
import { lookFor, useLookedFor } from "./looked-for";
import { Switches } from "./Switches";
import "./find-bar.css";

/** Finds words in the open text: how often they stand there, and on from one to the next. */
export function FindBar() {
  const { t } = useTranslation(["reduce", "desk"]);
  const reader = useDesk((desk) => desk.reader);
  const field = useRef<HTMLInputElement>(null);
  const { text, cased, regex } = useLookedFor();
  const [hits, setHits] = useState<readonly Span[]>([]);
  const [at, setAt] = useState(0);
  useEffect(() => field.current?.select(), []);
  useEffect(() => {
    const options = { caseSensitive: cased, regex };
    const found = text.trim() === "" ? [] : (reader?.find(text, options) ?? []);
    const { position } = { position: reader?.getPosition() ?? 0 };
    const first = Math.max(
      0,
      found.findIndex(({ start }) => start >= position),
    );
    setHits(found);
    setAt(first);
    reader?.setHits(found);
    const hit = found[first];
    if (hit) void reader?.goTo(hit, { align: "nearest" });
    return () => reader?.setHits(null);
  }, [reader, text, cased, regex]);
  const go = (step: number) => {
    if (hits.length === 0) return;
    const to = (at + step + hits.length) % hits.length;
    setAt(to);
    const hit = hits[to];
    if (hit) void reader?.goTo(hit, { flash: true });
  };
  const close = () => {
    useDesk.setState({ isFinding: false });
    const hit = hits[at];
    // What was found is at hand to be coded.
    if (hit && text.trim() !== "") reader?.setSelection(hit);
    reader?.focus();
  };
  const press = (event: React.KeyboardEvent) => {
    if (!(event.target instanceof HTMLInputElement) || event.target.type === "checkbox") return;
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    if (event.key === "Escape") close();
  };
  const isBroken = regex && !isExpression(text);
  const count = text.trim() === "" ? "" : t("find.count", { count: hits.length, at: at + 1 });
  return (
    <search className="find-bar" onKeyDownCapture={press}>
      <SearchField
        ref={field}
        label={t("find.label")}
        value={text}
        onChange={(to) => lookFor({ text: to })}
      />
      <Switches />
      <span className="muted number" role="status">
        {isBroken && t("desk:find.invalid")}
        {!isBroken && hits.length === 0 && text.trim() !== "" ? t("find.none") : !isBroken && count}
      </span>
      <span className="push" />
      <Button
        small
        look="quiet"
        onPress={() => useDesk.setState({ search: "words", isFinding: false })}
      >
        {t("desk:find.everywhere")}
      </Button>
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
