import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { useCases } from "../../api/cases";
import { useStudy } from "../../api/study";
import { useCrumbText } from "../../app/crumb";
import { Cases } from "./Cases";
import { ImportSheet } from "./ImportSheet";
import { ImportButton } from "./Picking";
import { Sources } from "./Sources";
import "./collect.css";
import "./import.css";

const TABS = [
  { name: "sources", address: "/collect" },
  { name: "cases", address: "/collect/cases" },
] as const;

/** Collect: the material, and whom it is from. */
export default function Collect() {
  const { t } = useTranslation("collect");
  const [path] = useLocation();
  const { data: study } = useStudy();
  const { data: cases } = useCases();
  const here = path === "/collect/cases" ? "cases" : "sources";
  useCrumbText(here === "cases" ? t("tabs.cases") : undefined);
  return (
    <div className="collect">
      <header className="collect-head">
        <h1>{t("title")}</h1>
        <nav className="tabs" aria-label={t("tabs.label")}>
          {TABS.map(({ name, address }) => (
            <Link
              key={name}
              href={address}
              className={`tab${name === here ? " on" : ""}`}
              aria-current={name === here ? "page" : undefined}
            >
              {t(`tabs.${name}`)}
              <span className="muted number">{study?.counts[name]}</span>
            </Link>
          ))}
        </nav>
        <span className="push" />
        <ImportButton />
      </header>
      {here === "cases" ? <Cases /> : <Sources />}
      <ImportSheet cases={(cases ?? []).map(({ name }) => name)} />
    </div>
  );
}
