import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRoute, useSearch } from "wouter";
import { useChange, useHistory, type Wanted } from "../../api/history";
import { useSeen } from "../../api/seen";
import { useStudy } from "../../api/study";
import { goTo } from "../../app/hash";
import { EmptyState, Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { nameOf } from "./changes";
import { type Chosen, Filters, NOTHING, wantedOf } from "./Filters";
import { MergePage } from "./merging/MergePage";
import { Trail } from "./Trail";
import "../../components/page.css";
import { Unread } from "../../components/Unread";
import "../../shapes/quote.css";
import "./history.css";

/** What the address asks for: one thing's changes, or the trail from one change on. */
function useAsked() {
  const query = new URLSearchParams(useSearch());
  const seq = Number(query.get("seq"));
  return { entity: query.get("entity"), seq: Number.isSafeInteger(seq) && seq > 0 ? seq : null };
}

/** The name of the one thing whose changes are shown, from the latest of them. */
function useEntityName(entity: string | null, latest: number | undefined): string | null {
  const { data } = useChange(latest ?? 0, entity !== null && latest !== undefined);
  if (entity === null) return null;
  const thing = data?.things.find(({ guid }) => guid === entity);
  const touched = data?.entities.find(({ guid }) => guid === entity);
  return thing?.label ?? (touched && nameOf(touched.before, touched.after)) ?? "";
}

/** Everything that was done, or what is brought in of a copy. */
export default function History() {
  const [isMerging] = useRoute("/history/merge");
  return isMerging ? <MergePage /> : <Everything />;
}

/** Everything that was done, newest first. */
function Everything() {
  const { t } = useTranslation(["history", "merging"]);
  const { data: study } = useStudy();
  const { entity, seq } = useAsked();
  const [chosen, setChosen] = useState<Chosen>(NOTHING);
  const wanted: Wanted = {
    ...wantedOf(chosen),
    ...(entity && { entity }),
    ...(seq && { from: seq }),
  };
  const { isBlind } = useSeen();
  const history = useHistory(wanted);
  const changes = useMemo(
    () => history.data?.pages.flatMap((page) => page.changes) ?? [],
    [history.data],
  );
  const name = useEntityName(entity, changes[0]?.seq);
  const users = study?.users ?? [];
  const colours = useMemo(
    () => new Map(study?.users.map(({ guid, colour }) => [guid, colour])),
    [study?.users],
  );
  const everything = () => {
    setChosen(NOTHING);
    goTo("/history");
  };
  const isNarrow = entity !== null || seq !== null || chosen !== NOTHING;
  return (
    <div className="place-page history">
      <header className="place-head">
        <div>
          <h1>{t("title")}</h1>
          <p className="muted">{t(isBlind ? "blind" : "lead")}</p>
        </div>
        {!isBlind && (
          <Button icon="import" onPress={() => goTo("/history/merge")}>
            {t("merging:open_button")}
          </Button>
        )}
      </header>
      <Filters
        chosen={chosen}
        people={users}
        entity={name}
        from={seq}
        onChange={setChosen}
        onEverything={everything}
      />
      {history.isPending && <Loading />}
      {history.isError && <Unread title={t("unread")} onRetry={() => history.refetch()} />}
      {history.data && changes.length === 0 && (
        <EmptyState
          icon="history"
          title={isNarrow ? t("emptyFilter") : t("empty.title")}
          doings={isNarrow && <Button onPress={everything}>{t("filters.everything")}</Button>}
        >
          {!isNarrow && t("empty.body")}
        </EmptyState>
      )}
      {changes.length > 0 && (
        <Trail
          key={JSON.stringify(wanted)}
          changes={changes}
          colours={colours}
          me={study?.me.guid ?? ""}
          readOnly={!study || Boolean(study.read_only)}
          first={seq}
          hasMore={history.hasNextPage}
          onMore={() => !history.isFetchingNextPage && history.fetchNextPage()}
        />
      )}
    </div>
  );
}
