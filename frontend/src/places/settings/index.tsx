import { useTranslation } from "react-i18next";
import { useStudy } from "../../api/study";
import { run } from "../../commands/registry";
import { Button } from "../../components/Button";
import { Comfort } from "./Comfort";
import { Keys } from "./Keys";
import { Looks } from "./Looks";
import { People } from "./People";
import { PrivacySection } from "./PrivacySection";
import { Questions } from "./Questions";
import { StoredSection } from "./StoredSection";
import { StudyAbout } from "./StudyAbout";
import "../../components/page.css";
import "./settings.css";

/** How the workspace looks, who is at work, and what the study is. */
export default function Settings() {
  const { t } = useTranslation("settings");
  const { data: study } = useStudy();
  return (
    <div className="place-page settings">
      <header className="place-head">
        <div>
          <h1>{t("title")}</h1>
          <p className="muted">{t("lead")}</p>
        </div>
      </header>
      <Looks />
      <Comfort />
      {study && <People study={study} />}
      {study && <StudyAbout study={study} />}
      {study && <Questions study={study} />}
      {study && <PrivacySection study={study} />}
      <StoredSection />
      <Keys />
      <section aria-labelledby="settings-about">
        <h2 id="settings-about">{t("about.title")}</h2>
        <p>{t("about.body")}</p>
        <p className="muted">{t("about.licence")}</p>
        <Button icon="right" onPress={() => run("everywhere.tour")}>
          {t("about.tour")}
        </Button>
      </section>
    </div>
  );
}
