import { useTranslation } from "react-i18next";
import { Link, useRoute } from "wouter";
import { Diary } from "./Diary";
import { FormsView } from "./FormsView";
import { MemoDesk } from "./MemoDesk";
import { Tasks } from "./Tasks";
import "../../components/page.css";
import "./memos.css";

const VIEWS = ["", "forms", "tasks", "diary"] as const;
type View = (typeof VIEWS)[number];

function viewOf(rest: string | undefined): View {
  const name = rest?.split("/")[0] ?? "";
  return VIEWS.find((view) => view === name) ?? "";
}

function Views({ now }: { now: View }) {
  const { t } = useTranslation("memos");
  return (
    <nav className="memo-views" aria-label={t("views.label")}>
      {VIEWS.map((view) => (
        <Link
          key={view}
          href={view ? `/memos/${view}` : "/memos"}
          className={view === now ? "on" : ""}
          aria-current={view === now ? "page" : undefined}
        >
          {t(`views.${view || "all"}`)}
        </Link>
      ))}
    </nav>
  );
}

/** Everything that was written about the study: memos, the diary, what is still to be done. */
export default function Memos() {
  const { t } = useTranslation("memos");
  const [, params] = useRoute("/memos/*?");
  const rest = (params as { "*"?: string } | null)?.["*"];
  const view = viewOf(rest);
  return (
    <div className="memos-place">
      <header className="panel-head memos-head">
        <div className="panel-title">
          <h1>{t("title")}</h1>
        </div>
        <Views now={view} />
      </header>
      {view === "" && <MemoDesk open={rest || null} />}
      {view === "forms" && <FormsView rest={rest ?? ""} />}
      {view === "diary" && <Diary />}
      {view === "tasks" && <Tasks />}
    </div>
  );
}
