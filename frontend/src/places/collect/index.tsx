import { useTranslation } from "react-i18next";

export default function Collect() {
  const { t } = useTranslation("collect");
  return <h1>{t("title")}</h1>;
}
