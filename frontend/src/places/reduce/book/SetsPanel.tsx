import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../../annotators/text/api";
import { lasting } from "../../../api/lasting";
import { useAddSet, useSets } from "../../../api/sets";
import type { Code } from "../../../api/types";
import { IconButton } from "../../../components/Button";
import { Icon } from "../../../components/Icon";
import { useDragged } from "../../../lib/drag";
import { useCodebookView } from "../../../stores/codebook";
import { NameField } from "./NameField";
import { SetLine } from "./SetLine";
import { useDone } from "./use-done";
import "./code-sets.css";

interface Props {
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
}

/** The sets of codes below the tree; they open by themselves while codes are dragged. */
export function SetsPanel({ codes, inks }: Props) {
  const { t } = useTranslation("codebook");
  const showsSets = useCodebookView((view) => view.showsSets);
  const isDragging = Boolean(useDragged()?.codes);
  const groups = useSets("code");
  const add = useAddSet();
  const { onError } = useDone();
  const [isNaming, setNaming] = useState(false);
  const isOpen = showsSets || (isDragging && groups.length > 0);
  const toggle = () => useCodebookView.setState({ showsSets: !showsSets });
  const make = (name: string | null) => {
    setNaming(false);
    if (name) lasting(add, { name, of: "code" }, { onError });
  };
  return (
    <section className={`sets${isOpen ? " open" : ""}`} aria-label={t("sets.title")}>
      <header>
        <button type="button" className="sets-fold" aria-expanded={isOpen} onClick={toggle}>
          <Icon name={isOpen ? "down" : "right"} size={13} />
          <h3>{t("sets.title")}</h3>
          <span className="muted number">{groups.length}</span>
        </button>
        <IconButton
          icon="plus"
          writes
          size={16}
          label={t("sets.new")}
          onPress={() => {
            useCodebookView.setState({ showsSets: true });
            setNaming(true);
          }}
        />
      </header>
      {isOpen && (
        <div className="sets-scroll">
          {isNaming && <NameField label={t("sets.newName")} onDone={make} />}
          {groups.length === 0 && !isNaming && <p className="panel-none muted">{t("sets.hint")}</p>}
          <ul>
            {groups.map((group) => (
              <SetLine key={group.guid} group={group} codes={codes} inks={inks} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
