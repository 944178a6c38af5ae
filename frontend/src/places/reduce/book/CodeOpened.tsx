import { useTranslation } from "react-i18next";
import type { Ink } from "../../../annotators/text/api";
import type { Code } from "../../../api/types";
import { IconButton } from "../../../components/Button";
import { Segmented } from "../../../components/Segmented";
import { Writing } from "../../../components/Writing";
import { CodeEditor } from "../CodeEditor";
import { useDesk } from "../desk";
import { SegmentsPanel } from "../SegmentsPanel";
import { Swatch } from "../Swatch";
import { QueuePanel } from "./QueuePanel";
import { SplitPanel } from "./SplitPanel";
import { type CodeView, useShelf } from "./shelf";

interface Props {
  code: Code;
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
}

const VIEWS: readonly CodeView[] = ["passages", "entry", "split", "queue"];

/** One code instead of the tree: its passages, its entry, or its splitting. */
export function CodeOpened({ code, codes, inks }: Props) {
  const { t } = useTranslation(["reduce", "codebook"]);
  const view = useShelf((shelf) => shelf.view);
  const views = VIEWS.filter(
    (one) => (one !== "split" || code.codings > 1) && (one !== "queue" || code.codings > 0),
  );
  const now = views.includes(view) ? view : "passages";
  return (
    <>
      <header className="side-head">
        <IconButton
          icon="left"
          label={t("segments.back")}
          keys="Esc"
          onPress={() => useDesk.setState({ opened: null })}
        />
        <Swatch ink={inks.get(code.guid)} />
        <h2 className="clip" title={code.path} dir="auto">
          {code.name}
        </h2>
      </header>
      <div className="code-views">
        <Segmented
          label={t("codebook:views.label")}
          small
          value={now}
          choices={views.map((id) => ({ id, label: t(`codebook:views.${id}`) }))}
          onChange={(chosen) => useShelf.setState({ view: chosen })}
        />
      </div>
      {now === "passages" && <SegmentsPanel code={code} codes={codes} inks={inks} />}
      {now === "entry" && <CodeEditor code={code} codes={codes} />}
      {now === "split" && (
        <Writing>
          <SplitPanel code={code} />
        </Writing>
      )}
      {now === "queue" && (
        <Writing>
          <QueuePanel code={code} codes={codes} inks={inks} />
        </Writing>
      )}
    </>
  );
}
