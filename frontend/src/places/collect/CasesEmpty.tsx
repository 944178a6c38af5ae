import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { goTo } from "../../app/hash";
import { EmptyState } from "../../components/Bits";
import { Button } from "../../components/Button";
import { CasesPaste, type Pasting, type WriteAll } from "./CasesPaste";
import { columnsOf } from "./cases-grid";
import { cellsFrom } from "./paste";
import "./cases.css";

interface AddProps {
  onAdd: WriteAll;
}

/** A line to type the pseudonym of a new case in. */
export function AddCase({ onAdd }: AddProps) {
  const { t } = useTranslation("cases");
  const [name, setName] = useState("");
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    const row = { guid: null, name: name.trim(), kind: null, description: null, values: {} };
    if (await onAdd([row])) setName("");
  };
  return (
    <form className="case-add" onSubmit={(event) => void save(event)}>
      <input
        className="input"
        aria-label={t("addName")}
        placeholder={t("addName")}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" icon="plus" writes isDisabled={name.trim() === ""}>
        {t("add")}
      </Button>
    </form>
  );
}

const NO_CASES = {
  version: 0,
  guid: [],
  revision: [],
  name: [],
  kind: [],
  description: [],
  sources: [],
  speakers: [],
  consent: [],
  values: {},
};

/** There are no cases yet: the ways to begin, pasting a table here among them. */
export function CasesEmpty({ onImport, onAdd }: AddProps & { onImport: () => void }) {
  const { t } = useTranslation("cases");
  const [pasting, setPasting] = useState<Pasting | null>(null);
  const grid = columnsOf([], (kind) => t(`columns.${kind}`));
  return (
    <section
      className="cases-empty"
      aria-label={t("empty.title")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a table is pasted where the keyboard is
      tabIndex={0}
      onPaste={(event) => {
        if ((event.target as Element).closest("input")) return;
        const cells = cellsFrom(event.clipboardData);
        const target = {
          columns: NO_CASES,
          grid,
          lines: [{ kind: "new" } as const],
          at: { line: 0, column: 0 },
          newName: (n: number) => t("newName", { n }),
        };
        if (cells.length > 0) setPasting({ cells, target });
      }}
    >
      <EmptyState
        icon="person"
        title={t("empty.title")}
        doings={
          <>
            <AddCase onAdd={onAdd} />
            <Button icon="import" writes onPress={onImport}>
              {t("importTable")}
            </Button>
            <Button icon="quote" onPress={() => goTo("/collect/speakers")}>
              {t("empty.speakers")}
            </Button>
          </>
        }
      >
        {t("empty.hint")}
      </EmptyState>
      {pasting && <CasesPaste pasting={pasting} onClose={() => setPasting(null)} onWrite={onAdd} />}
    </section>
  );
}
