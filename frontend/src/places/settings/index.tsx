import { useTranslation } from "react-i18next";
import { useStudy } from "../../api/study";
import { Keys } from "./Keys";
import { Looks } from "./Looks";
import { StudyAbout } from "./StudyAbout";
import "../../components/page.css";
import "./settings.css";

/** How the workspace looks, who is at work, and what the study is. */
export default function Settings() {
  const { t } = useTranslation("settings");
  const { data: study } = useStudy();
  const others = study?.users.filter((user) => user.guid !== study.me.guid) ?? [];
  return (
    <div className="place-page settings">
      <header className="place-head">
        <div>
          <h1>{t("title")}</h1>
          <p className="muted">{t("lead")}</p>
        </div>
      </header>
      <Looks />
      {study && (
        <section aria-labelledby="settings-coder">
          <h2 id="settings-coder">{t("coder.title")}</h2>
          <p className="muted">{t("coder.about")}</p>
          <ul className="people">
            {[study.me, ...others].map((user) => (
              <li key={user.guid}>
                <span className="person-mark" style={{ borderColor: user.colour }}>
                  {user.initials}
                </span>
                <span>
                  {user.name}
                  <small>
                    {user.guid === study.me.guid && t("coder.me")}
                    {user.machine && t("coder.machine")}
                  </small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {study && <StudyAbout study={study} />}
      <section aria-labelledby="settings-stored">
        <h2 id="settings-stored">{t("stored.title")}</h2>
        <ul className="stored">
          <li>{t("stored.study")}</li>
          <li>{t("stored.browser")}</li>
          <li>{t("stored.nowhere")}</li>
        </ul>
      </section>
      <Keys />
      <section aria-labelledby="settings-about">
        <h2 id="settings-about">{t("about.title")}</h2>
        <p>{t("about.body")}</p>
        <p className="muted">{t("about.licence")}</p>
      </section>
    </div>
  );
}
