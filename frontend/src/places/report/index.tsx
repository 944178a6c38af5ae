import { useTranslation } from "react-i18next";

export default function Report() {
  const { t } = useTranslation("report");
  return <h1>{t("title")}</h1>;
}
