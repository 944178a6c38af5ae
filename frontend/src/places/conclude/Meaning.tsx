import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useDisplayKinds } from "../../api/displays";
import { Button } from "../../components/Button";
import { Icon } from "../../components/Icon";
import { PatternDialog } from "../reduce/patterns/PatternDialog";
import { TACTICS } from "./generating";
import "./meaning.css";

/** The tactics for generating meaning: what each is for, and the tools it is done with. */
export function Meaning() {
  const { t } = useTranslation(["meaning", "conclude", "patterns"]);
  const [isMaking, setMaking] = useState(false);
  const { data: kinds = [] } = useDisplayKinds();
  const titleOf = (display: string) => kinds.find(({ name }) => name === display)?.title ?? display;
  return (
    <div className="meaning">
      <header className="place-head">
        <div>
          <h1>{t("title")}</h1>
          <p className="muted">{t("lead")}</p>
        </div>
        <Link className="button plain" href="/conclude">
          {t("conclude:finding.all")}
        </Link>
      </header>
      <ol className="meaning-tactics">
        {TACTICS.map(({ name, tools }) => (
          <li key={name} aria-labelledby={`meaning-${name}`}>
            <h2 id={`meaning-${name}`}>{t(`tactics.${name}.title`)}</h2>
            <p>{t(`tactics.${name}.about`)}</p>
            <ul className="meaning-tools">
              {tools.map((tool) => {
                if ("doing" in tool)
                  return (
                    <li key={tool.doing}>
                      <Button small writes onPress={() => setMaking(true)}>
                        {t("patterns:do")}
                      </Button>
                    </li>
                  );
                const isDisplay = "display" in tool;
                const address = isDisplay ? `/display/${tool.display}` : tool.place;
                return (
                  <li key={address}>
                    <Link className="button plain small" href={address}>
                      <span>{isDisplay ? titleOf(tool.display) : t(`places.${tool.name}`)}</span>
                      <Icon name="right" size={14} />
                    </Link>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
      <p className="muted">{t("after")}</p>
      {isMaking && <PatternDialog codes={[]} onClose={() => setMaking(false)} />}
    </div>
  );
}
