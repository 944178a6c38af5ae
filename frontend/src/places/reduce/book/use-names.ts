import { useTranslation } from "react-i18next";
import type { Code } from "../../../api/types";

const FEW = 3;

/** Codes by their names, many by their number. */
export function useNames(codes: readonly Code[]): string {
  const { t } = useTranslation("codebook");
  if (codes.length > FEW) return t("several", { count: codes.length });
  return codes.map(({ name }) => name).join(", ");
}
