import { useTranslation } from "react-i18next";

export default function Reduce() {
  const { t } = useTranslation("reduce");
  return <h1>{t("title")}</h1>;
}
