import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import type { Code } from "../../api/types";
import { IconButton } from "../../components/Button";
import { Segmented } from "../../components/Segmented";
import { useDesk } from "./desk";
import { QuerySearch } from "./QuerySearch";
import { WordSearch } from "./WordSearch";
import "./segments.css";
import "./search.css";

interface Props {
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
}

/** What is looked for over all sources, beside the text: words, or whatever a query says. */
export function SearchPanel({ codes, inks }: Props) {
  const { t } = useTranslation("desk");
  const search = useDesk((desk) => desk.search);
  const close = () => {
    useDesk.setState({ search: null });
    useDesk.getState().reader?.focus();
  };
  return (
    <section className="codebook search-panel" aria-label={t("search.title")}>
      <header className="side-head">
        <h2 className="sr-only">{t("search.title")}</h2>
        <Segmented
          small
          label={t("search.how")}
          value={search ?? "words"}
          choices={[
            { id: "words", label: t("search.words") },
            { id: "query", label: t("search.query") },
          ]}
          onChange={(to) => useDesk.setState({ search: to })}
        />
        <span className="push" />
        <IconButton icon="close" label={t("search.close")} keys="Esc" onPress={close} />
      </header>
      {search === "query" ? (
        <QuerySearch codes={codes} inks={inks} onClose={close} />
      ) : (
        <WordSearch codes={codes} inks={inks} onClose={close} />
      )}
    </section>
  );
}
