import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRemoveSources, useSources } from "../../api/sources";
import type { Source, SourceKind } from "../../api/types";
import { useUndoing } from "../../app/undoing";
import { EmptyState, Loading } from "../../components/Bits";
import { Drawer } from "../../components/Drawer";
import { SearchField, Select } from "../../components/Field";
import { SplitPane } from "../../components/SplitPane";
import { toast, toastProblem } from "../../components/toasts";
import { useRoom } from "../../lib/room";
import { Inspector } from "./Inspector";
import { Picking } from "./Picking";
import { type SortBy, SourceTable } from "./SourceTable";
import { KINDS, useKinds } from "./words";

const ANY = "any";

/** Another column sorts upwards; the same once more turns it round. */
export function nextSort(now: string, by: SortBy): string {
  return now === by ? `-${by}` : by;
}

function useRemoving(done: () => void) {
  const { t } = useTranslation(["collect", "shell"]);
  const remove = useRemoveSources();
  const { undo } = useUndoing();
  return (guids: string[]) =>
    guids.length > 0 &&
    remove.mutate(
      { guids },
      {
        onSuccess: () => {
          done();
          toast(t("removed", { count: guids.length }), {
            doing: { label: t("shell:undo.undo"), act: undo },
          });
        },
        onError: (error) => toastProblem(error, t("failed.remove"), t("shell:offline.hint")),
      },
    );
}

/** The table of sources with what filters it, and what is known of the selected one beside it. */
export function Sources() {
  const { t } = useTranslation("collect");
  const kinds = useKinds();
  const room = useRoom();
  const [text, setText] = useState("");
  const [kind, setKind] = useState<SourceKind | typeof ANY>(ANY);
  const [sort, setSort] = useState("created");
  const [active, setActive] = useState<string | null>(null);
  const [isInspecting, setInspecting] = useState(true);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Source>>(new Map());
  const wanted = {
    sort,
    text: useDeferredValue(text.trim()),
    ...(kind !== ANY && { kind: [kind] }),
  };
  const { data } = useSources({ ...wanted, offset: 0, limit: 100 });
  const remove = useRemoving(() => {
    setChosen(new Map());
    setActive(null);
  });
  const total = data?.total ?? 0;
  const isFiltered = text !== "" || kind !== ANY;
  const choose = (source: Source, isChosen: boolean) => {
    const now = new Map(chosen);
    if (isChosen) now.set(source.guid, source);
    else now.delete(source.guid);
    setChosen(now);
    setActive(source.guid);
    setInspecting(true);
  };
  const activate = ({ guid }: Source) => {
    setActive(guid);
    setInspecting(true);
  };
  const removeWanted = () => {
    const guids = chosen.size > 0 ? [...chosen.keys()] : active ? [active] : [];
    remove(guids);
  };
  if (!data) return <Loading />;
  if (total === 0 && !isFiltered) return <Picking />;
  const inspector = active && isInspecting && (
    <Inspector
      active={active}
      chosen={chosen}
      onChanged={(source) => setChosen((now) => new Map(now).set(source.guid, source))}
      onNone={() => setChosen(new Map())}
      onClose={() => setInspecting(false)}
      onRemove={removeWanted}
    />
  );
  return (
    <SplitPane
      name="collect.inspector"
      label={t("inspector.resize")}
      side="right"
      size={300}
      panel={room === "narrow" ? null : inspector || null}
    >
      <div className="filters">
        <SearchField label={t("filters.text")} value={text} onChange={setText} />
        <Select
          label={t("columns.kind")}
          hidden
          choices={[
            { id: ANY, label: t("filters.anyKind") },
            ...KINDS.map((id) => ({ id, label: kinds[id] })),
          ]}
          value={kind}
          onChange={setKind}
        />
        <span className="muted" role="status">
          {chosen.size > 0
            ? t("inspector.many", { count: chosen.size })
            : t("filters.count", { count: total })}
        </span>
      </div>
      {total === 0 ? (
        <EmptyState icon="search" title={t("filters.none")}>
          {t("filters.noneHint")}
        </EmptyState>
      ) : (
        <SourceTable
          wanted={wanted}
          total={total}
          onSort={(by) => setSort(nextSort(sort, by))}
          active={active}
          onActive={activate}
          chosen={chosen}
          onChoose={choose}
          onRemove={removeWanted}
        />
      )}
      {room === "narrow" && (
        <Drawer
          isOpen={Boolean(inspector) && chosen.size !== 1}
          side="right"
          label={t("inspector.title")}
          onClose={() => setInspecting(false)}
        >
          {inspector}
        </Drawer>
      )}
    </SplitPane>
  );
}
