import { useTranslation } from "react-i18next";
import { useRoute } from "wouter";
import { PlaceTabs } from "../../components/PlaceTabs";
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
    <PlaceTabs
      label={t("views.label")}
      tabs={VIEWS.map((name) => ({
        name,
        address: name ? `/memos/${name}` : "/memos",
        label: t(`views.${name || "all"}`),
      }))}
      here={now}
    />
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
      <header className="memos-head">
        <h1>{t("title")}</h1>
        <Views now={view} />
      </header>
      {view === "" && <MemoDesk open={rest || null} />}
      {view === "forms" && <FormsView rest={rest ?? ""} />}
      {view === "diary" && <Diary />}
      {view === "tasks" && <Tasks />}
    </div>
  );
}
