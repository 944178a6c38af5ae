import { useTranslation } from "react-i18next";
import type { DisplayKind } from "../../api/displays";
import { Icon } from "../../components/Icon";
import { Glimpse } from "./Glimpse";
import { writePlace } from "./settings";

/** Where a display is shown with these settings. */
export function address(
  kind: string,
  settings: Readonly<Record<string, unknown>>,
  saved: string | null,
) {
  const search = writePlace({ settings, view: null, saved, cell: null });
  return `#/display/${kind}${search ? `?${search}` : ""}`;
}

/** A kind of display: a picture of it, when to use it, where it comes from, how it is made. */
export function KindCard({ kind }: { kind: DisplayKind }) {
  const { t } = useTranslation("gallery");
  return (
    <li className="kind-card">
      <a href={address(kind.name, {}, null)}>
        <Glimpse kind={kind.name} purpose={kind.purpose} />
        <span className="display-kind-text">
          <strong>{kind.title}</strong>
          <span>{kind.about}</span>
        </span>
        <Icon name="right" size={16} />
      </a>
      <details>
        <summary>{t("more")}</summary>
        <p>{t("source", { source: kind.source })}</p>
        {kind.also.length > 0 && <p>{t("also", { names: kind.also.join(", ") })}</p>}
        <p>{t("command")}</p>
        <pre>{kind.command}</pre>
        {Object.keys(kind.example).length > 0 && (
          <p>
            <a href={address(kind.name, kind.example, null)}>{t("example")}</a>
          </p>
        )}
      </details>
    </li>
  );
}
