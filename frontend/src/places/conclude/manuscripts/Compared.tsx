import { useTranslation } from "react-i18next";
import type { Passage } from "../../../api/manuscripts";

const TAGS = {
  same: "span",
  added: "ins",
  missing: "del",
  "left out": "span",
  bracketed: "span",
} as const;

/** A quotation beside its source: what stands in one of the two alone is marked in its place. */
export function Compared({ passage }: { passage: Passage }) {
  const { t } = useTranslation("manuscripts");
  if (passage.compared.length === 0)
    return (
      <blockquote className="passage-words" dir="auto">
        {passage.passage}
      </blockquote>
    );
  const keyed = passage.compared.map((one, place) => ({ ...one, key: `${place} ${one.kind}` }));
  return (
    <>
      <blockquote className="passage-words" dir="auto">
        {keyed.map(({ key, kind, text }) => {
          const Tag = TAGS[kind];
          return (
            <Tag
              key={key}
              className={`stretch ${kind.replace(" ", "-")}`}
              title={t(`kind.${kind}`)}
            >
              {text}
            </Tag>
          );
        })}
      </blockquote>
      {passage.differences ? (
        <p className="muted passage-legend">
          <del>{t("legend.missing")}</del> <ins>{t("legend.added")}</ins>{" "}
          {t("differences", { count: passage.differences })}
        </p>
      ) : null}
    </>
  );
}
