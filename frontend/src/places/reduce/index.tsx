import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Redirect, useRoute, useSearch } from "wouter";
import { useCodeList } from "../../api/codes";
import { useCodings } from "../../api/codings";
import { useSeen } from "../../api/seen";
import { useSources } from "../../api/sources";
import type { Code } from "../../api/types";
import { EmptyState, Loading } from "../../components/Bits";
import { Drawer } from "../../components/Drawer";
import { SplitPane } from "../../components/SplitPane";
import { NO_CODINGS } from "../../lib/columns";
import { useDragged } from "../../lib/drag";
import { useRoom } from "../../lib/room";
import { useSteady } from "../../lib/steady";
import { useUi } from "../../stores/ui";
import { useActions } from "./actions";
import { Codebook } from "./Codebook";
import { Desk } from "./Desk";
import { useDesk } from "./desk";
import { inksOf } from "./inks";
import { NotesPanel, useNotes } from "./NotesPanel";
import { SearchPanel } from "./SearchPanel";
import { SourceList } from "./SourceList";
import "./reduce.css";
import "./beside.css";

interface Props {
  source: string;
  codes: readonly Code[];
}

/** Sources, text and codebook side by side, as far as there is room. */
function Workbench({ source, codes }: Props) {
  const { t } = useTranslation("reduce");
  const room = useRoom();
  const [drawer, setDrawer] = useState<"sources" | "codes" | null>(null);
  const seen = useSeen();
  const { data: codings = NO_CODINGS } = useCodings(source, seen);
  const inks = useMemo(() => inksOf(codes), [codes]);
  const actions = useActions(source, codes, seen);
  const close = () => setDrawer(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another source was chosen
  useEffect(() => {
    setDrawer((now) => (now === "sources" ? null : now));
  }, [source]);
  const search = useDesk((desk) => desk.search);
  const opened = useDesk((desk) => desk.opened);
  const isFocused = useDesk((desk) => desk.isFocused);
  const notes = useNotes((now) => now.open);
  // Codings that are dragged want the tree to be let go on, whatever stands there.
  const isCarrying = useDragged()?.codings !== undefined;
  /** What is looked at beside the text is put aside for the text: a place in it was gone to. */
  const [isAside, setAside] = useState(true);
  const address = useSearch();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place was gone to
  useEffect(() => {
    setAside(true);
    if (room === "narrow") setDrawer(null);
  }, [source, address]);
  useEffect(
    () => setAside(search === null && opened === null && notes === null),
    [search, opened, notes],
  );
  const { apply } = useSteady({
    apply: (guids: readonly string[]) => {
      const done = actions.apply(guids);
      if (done) close();
      return done;
    },
  });
  const desk = (
    <Desk
      source={source}
      codes={codes}
      inks={inks}
      codings={codings}
      actions={actions}
      onSources={room === "wide" ? null : () => setDrawer("sources")}
      onCodes={room === "narrow" ? () => setDrawer("codes") : null}
    />
  );
  const book = { codes, inks, apply };
  const beside = (onClose?: () => void) => (
    <div className="beside">
      {notes ? (
        <NotesPanel source={source} />
      ) : search ? (
        <SearchPanel codes={codes} inks={inks} />
      ) : (
        <Codebook {...book} {...(onClose && { onClose })} />
      )}
      {isCarrying && (notes || search || opened) && (
        <div className="beside-tree">
          <Codebook {...book} isTree />
        </div>
      )}
    </div>
  );
  const isLookedAt = room === "narrow" && (drawer === "codes" || !isAside);
  return (
    <div className={`reduce${isFocused ? " focused" : ""}`}>
      <SplitPane
        name="reduce.sources"
        label={t("sources.resize")}
        side="left"
        size={232}
        panel={room === "wide" ? <SourceList open={source} /> : null}
        isHidden={isFocused}
      >
        <SplitPane
          name="reduce.codes"
          label={t("codes.resize")}
          side="right"
          size={300}
          panel={room === "narrow" ? null : beside()}
          isHidden={isFocused}
        >
          {desk}
        </SplitPane>
      </SplitPane>
      <Drawer isOpen={drawer === "sources"} side="left" label={t("sources.title")} onClose={close}>
        <SourceList open={source} onClose={close} />
      </Drawer>
      <Drawer
        isOpen={isLookedAt}
        side="right"
        label={t("codes.title")}
        onClose={() => {
          close();
          setAside(true);
          useDesk.setState({ search: null });
          useNotes.setState({ open: null });
        }}
      >
        {beside(() => {
          close();
          setAside(true);
        })}
      </Drawer>
    </div>
  );
}

/** Nothing is chosen: on to what was open last, or the first there is. */
function First({ search }: { search: string }) {
  const { t } = useTranslation("reduce");
  const last = useUi((ui) => ui.lastSource);
  const { data } = useSources({ limit: 1000, sort: "name" });
  if (!data) return <Loading />;
  const found = data.sources.find(({ guid }) => guid === last) ?? data.sources[0];
  if (found) return <Redirect to={`/reduce/${found.guid}${search && `?${search}`}`} replace />;
  return (
    <>
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState
        icon="reduce"
        title={t("empty.title")}
        doings={
          <Link href="/collect" className="button primary">
            {t("empty.collect")}
          </Link>
        }
      >
        {t("empty.hint")}
      </EmptyState>
    </>
  );
}

/** Reduce: reading and coding. */
export default function Reduce() {
  const [, params] = useRoute("/reduce/:source");
  const search = useSearch();
  const codes = useCodeList(useSeen());
  const setLast = useUi((ui) => ui.setLastSource);
  const source = params?.source ?? null;
  const code = new URLSearchParams(search).get("code");
  useEffect(() => {
    if (source) setLast(source);
  }, [source, setLast]);
  useEffect(() => {
    if (code) useDesk.setState({ opened: code });
  }, [code]);
  if (!source) return <First search={search} />;
  return <Workbench source={source} codes={codes} />;
}
