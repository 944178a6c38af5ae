import { useTranslation } from "react-i18next";

export default function Conclude() {
  const { t } = useTranslation("conclude");
  return <h1>{t("title")}</h1>;
}
