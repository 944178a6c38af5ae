import { useTranslation } from "react-i18next";
import { PlaceTabs } from "../../components/PlaceTabs";

const PAGES = [
  { name: "displays", address: "/display" },
  { name: "events", address: "/display/events" },
  { name: "ratings", address: "/display/ratings" },
] as const;

/** The pages of Display: the gallery, what happened, and how cases were rated. */
export function DisplayTabs({ here }: { here: (typeof PAGES)[number]["name"] }) {
  const { t } = useTranslation("happened");
  const tabs = PAGES.map((page) => ({ ...page, label: t(`tabs.${page.name}`) }));
  return <PlaceTabs label={t("tabs.label")} tabs={tabs} here={here} />;
}
