import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Arrow, Box, Network } from "../../../api/networks";

/** Boxes and arrows in words, for lists and for whoever does not see them. */
export function useTold(network: Network) {
  const { t } = useTranslation("networks");
  return useMemo(() => {
    const names = new Map(network.nodes.map(({ guid, label }) => [guid, label]));
    const sign = (arrow: Arrow) => {
      if (!arrow.sign) return "";
      return network.yes_no ? t(`answers.${arrow.sign}`) : t(`signs.${arrow.sign}`);
    };
    const parts = (arrow: Arrow) =>
      [
        sign(arrow),
        arrow.strength === null ? "" : t(`strengths.${arrow.strength as 1 | 2 | 3}`),
        arrow.label,
        network.yes_no && arrow.evidence.length === 0
          ? ""
          : t("restsOn", { count: arrow.evidence.length }),
      ].filter(Boolean);
    const said = (arrow: Arrow) => {
      const words = parts(arrow).join(", ");
      return `→ ${names.get(arrow.target) ?? ""}${words && `: ${words}`}`;
    };
    return {
      name: (guid: string) => names.get(guid) ?? "",
      box: (box: Box) =>
        [
          `${t(`kinds.${box.kind}`)}: ${box.label}`,
          box.level ? t(`levels.${box.level}`) : "",
          box.evidence.length > 0 ? t("restsOn", { count: box.evidence.length }) : "",
        ]
          .filter(Boolean)
          .join(", "),
      arrow: (arrow: Arrow) => `${names.get(arrow.origin) ?? ""} ${said(arrow)}`,
      /** What is said of an arrow below the box it comes from. */
      below: said,
    };
  }, [network, t]);
}

export type Told = ReturnType<typeof useTold>;
