import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useSearch } from "wouter";
import { type Manuscript, useManuscript, usePassageWrites } from "../../../api/manuscripts";
import { useStudy } from "../../../api/study";
import { useWritten } from "../../../commands/keymap";
import { useCommands } from "../../../commands/registry";
import { EmptyState, Loading } from "../../../components/Bits";
import { Button } from "../../../components/Button";
import { useRefusal } from "../saving";
import { ByHand } from "./ByHand";
import { useBringing } from "./bringing";
import { FileButton } from "./FileButton";
import { Leaving } from "./Leaving";
import { PassagePanel } from "./PassagePanel";
import { step } from "./pieces";
import { useSelected } from "./selecting";
import { Writing } from "./Writing";
import "./manuscript.css";

/** The passage at hand: chosen by pointer, by key, or by the address. */
function useChosen(manuscript: Manuscript) {
  const asked = new URLSearchParams(useSearch()).get("passage");
  const [chosen, setChosen] = useState<string | null>(
    asked ?? manuscript.passages[0]?.guid ?? null,
  );
  const choose = useCallback((guid: string | null) => setChosen(guid), []);
  useEffect(() => {
    if (chosen === null) return;
    document.querySelector(`[data-passage="${chosen}"]`)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const move = (by: 1 | -1) => {
    const next = step(
      manuscript.passages.map((one) => one.guid),
      chosen,
      by,
    );
    choose(next);
    return next !== null;
  };
  return { chosen, choose, move };
}

function Keys() {
  const { t } = useTranslation("manuscripts");
  const keys = {
    next: useWritten("conclude.next"),
    previous: useWritten("conclude.previous"),
    tie: useWritten("conclude.tie"),
    aside: useWritten("conclude.skip"),
  };
  return <p className="muted passage-keys">{t("keys", keys)}</p>;
}

function Body({ manuscript, readOnly }: { manuscript: Manuscript; readOnly: boolean }) {
  const { t } = useTranslation("manuscripts");
  const { chosen, choose, move } = useChosen(manuscript);
  const [selected, unselect] = useSelected();
  const { change } = usePassageWrites(manuscript.guid);
  const refused = useRefusal();
  const passage = manuscript.passages.find((one) => one.guid === chosen);
  const put = (state: "tied" | "set aside") => {
    if (!passage || readOnly || passage.state === state) return false;
    if (state === "tied" && passage.source === null && passage.findings.length === 0) return false;
    change.mutate({ of: passage, state }, { onError: (error) => refused(error) });
    return true;
  };
  useCommands({
    "conclude.next": () => move(1),
    "conclude.previous": () => move(-1),
    "conclude.tie": () => put("tied"),
    "conclude.skip": () => put("set aside") && move(1),
  });
  return (
    <div className="manuscript-body">
      <Writing manuscript={manuscript} chosen={chosen} onChoose={choose} />
      <aside className="manuscript-side" aria-label={t("side")}>
        {selected && !readOnly && (
          <ByHand
            manuscript={manuscript.guid}
            selected={selected}
            onLeave={unselect}
            onTied={(guid) => {
              unselect();
              choose(guid);
            }}
          />
        )}
        {passage ? (
          <PassagePanel
            key={passage.guid}
            passage={passage}
            manuscript={manuscript.guid}
            readOnly={readOnly}
            onStep={move}
          />
        ) : (
          <p className="muted">{manuscript.passages.length > 0 ? t("choose") : t("nothing")}</p>
        )}
        {manuscript.passages.length > 0 && <Keys />}
      </aside>
    </div>
  );
}

/** A manuscript: its words with their passages, and beside them what these rest on. */
export function ManuscriptPage({ guid }: { guid: string }) {
  const { t } = useTranslation("manuscripts");
  const [, navigate] = useLocation();
  const { data: study } = useStudy();
  const { data, isPending, isError, error } = useManuscript(guid);
  const bringing = useBringing((brought) => navigate(`/conclude/manuscripts/${brought}`));
  const { tie } = usePassageWrites(guid);
  const refused = useRefusal();
  const readOnly = study === undefined || Boolean(study.read_only);
  const exact = (data?.passages ?? []).filter((one) => one.standing === "proposed");
  if (isPending) return <Loading />;
  if (isError)
    return (
      <EmptyState
        icon="warning"
        title={t("failed", { reason: error.message })}
        doings={<Link href="/conclude/manuscripts">{t("title")}</Link>}
      />
    );
  return (
    <div className="manuscript">
      <header className="panel-head">
        <div className="panel-title">
          <Link href="/conclude/manuscripts">{t("title")}</Link>
          <h1>{data.name}</h1>
        </div>
        <div className="panel-doings">
          {exact.length > 0 && (
            <Button
              writes
              isPending={tie.isPending}
              onPress={() =>
                tie.mutate(
                  exact.map((one) => one.guid),
                  { onError: (failed) => refused(failed) },
                )
              }
            >
              {t("tieExact", { count: exact.length })}
            </Button>
          )}
          <FileButton
            label={t("newVersion")}
            icon="import"
            writes
            isPending={bringing.isPending}
            onFile={bringing.take}
          />
          <Leaving manuscript={data} />
        </div>
      </header>
      <Body manuscript={data} readOnly={readOnly} />
    </div>
  );
}
