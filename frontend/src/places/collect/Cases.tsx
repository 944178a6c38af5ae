import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Attribute, CaseColumns } from "../../api/case-table";
import { useAttributesOf, useCaseColumns } from "../../api/case-table";
import { Loading } from "../../components/Bits";
import { Drawer } from "../../components/Drawer";
import { SplitPane } from "../../components/SplitPane";
import { useRoom } from "../../lib/room";
import { useSmall } from "../../lib/small";
import { AttributeDialog } from "./AttributesDialog";
import { CasesCards } from "./CasesCards";
import { CasesEmpty } from "./CasesEmpty";
import { CasesFoot } from "./CasesFoot";
import { CasesGrid, type Editing } from "./CasesGrid";
import { CasesImport } from "./CasesImport";
import { CasesInspector } from "./CasesInspector";
import { CasesPaste, type Pasting } from "./CasesPaste";
import { CasesTools } from "./CasesTools";
import { useCaseDoings } from "./cases-doings";
import { areaOf, columnsOf, copied, linesOf, type Selection, type View } from "./cases-grid";
import { planPaste } from "./cases-paste";
import type { Cells } from "./paste";

const START: Selection = { anchor: { line: 0, column: 0 }, active: { line: 0, column: 0 } };
const AS_MADE: View = { text: "", sort: "", group: "", consent: "" };

/** The cases and what is known of each. */
export function Cases() {
  const { data: columns } = useCaseColumns();
  const { data: attributes } = useAttributesOf("case");
  if (!columns || !attributes) return <Loading />;
  return <CaseTable columns={columns} attributes={attributes} />;
}

interface Props {
  columns: CaseColumns;
  attributes: readonly Attribute[];
}

/** What the dialogs of this page are about. */
type Asking = { readonly attribute: Attribute | null } | "import" | null;

function CaseTable({ columns, attributes }: Props) {
  const { t } = useTranslation("cases");
  const room = useRoom();
  const isSmall = useSmall();
  const [view, setView] = useState(AS_MADE);
  const [selection, setSelection] = useState(START);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [pasting, setPasting] = useState<Pasting | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const [isInspecting, setInspecting] = useState(room !== "narrow");
  const grid = useMemo(
    () => columnsOf(attributes, (kind) => t(`columns.${kind}`)),
    [attributes, t],
  );
  const lines = useMemo(
    () => linesOf(columns, grid, view, t("notKnown")),
    [columns, grid, view, t],
  );
  const doings = useCaseDoings({ columns, grid, lines });
  const active = {
    line: Math.min(selection.active.line, lines.length - 1),
    column: Math.min(selection.active.column, grid.length - 1),
  };
  const held = { anchor: selection.anchor, active };
  useEffect(() => {
    // The head of a group has no cells to be in.
    if (lines[active.line]?.kind !== "group") return;
    const next = { line: active.line + 1, column: active.column };
    setSelection({ anchor: next, active: next });
  }, [lines, active.line, active.column]);
  const line = lines[active.line];
  const guid = line?.kind === "case" ? (columns.guid[line.at] ?? null) : null;
  const paste = (cells: Cells) => {
    if (cells.length === 0) return;
    const target = {
      columns,
      grid,
      lines,
      at: active,
      newName: (n: number) => t("newName", { n }),
    };
    const plan = planPaste(cells, target);
    // What only writes over what is there is done at once; undo is a key away.
    if (plan.made === 0 && !plan.hasHead) return void doings.writeAll(plan.rows);
    setPasting({ cells, target });
  };
  const area = areaOf(held);
  const isWhole =
    area.top === 0 &&
    area.left === 0 &&
    area.bottom === lines.length - 1 &&
    area.right === grid.length - 1;
  if (columns.guid.length === 0) {
    return (
      <>
        <CasesEmpty onImport={() => setAsking("import")} onAdd={doings.writeAll} />
        <CasesImport
          isOpen={asking === "import"}
          grid={grid}
          columns={columns}
          onClose={() => setAsking(null)}
          onWrite={doings.writeAll}
        />
      </>
    );
  }
  const inspector = guid && isInspecting && (
    <CasesInspector
      key={guid}
      guid={guid}
      attributes={attributes}
      onClose={() => setInspecting(false)}
    />
  );
  const inspect = (line: number) => {
    setSelection({ anchor: { line, column: 0 }, active: { line, column: 0 } });
    setInspecting(true);
  };
  return (
    <SplitPane
      name="collect.case"
      label={t("resize")}
      side="right"
      size={340}
      panel={room === "narrow" ? null : inspector || null}
    >
      <CasesTools
        view={view}
        onView={setView}
        grid={grid}
        chosen={chosenOf(lines, area, columns)}
        missing={columns.consent.filter((state) => state !== "given").length}
        onAttribute={() => setAsking({ attribute: null })}
        onImport={() => setAsking("import")}
        isInspecting={Boolean(inspector)}
        onInspect={() => setInspecting(!isInspecting)}
      />
      {isSmall ? (
        <CasesCards
          columns={columns}
          grid={grid}
          lines={lines}
          onOpen={inspect}
          onAdd={doings.writeAll}
        />
      ) : (
        <>
          <CasesGrid
            columns={columns}
            grid={grid}
            lines={lines}
            sort={view.sort}
            onSort={(sort) => setView({ ...view, sort })}
            selection={held}
            onSelect={setSelection}
            editing={editing}
            onEdit={setEditing}
            refused={doings.refused}
            onWrite={doings.writeCell}
            onClear={() => doings.clear(held)}
            onCopy={() => copied(columns, grid, lines, area, isWhole)}
            onPaste={paste}
            onAttribute={({ attribute }) => attribute && setAsking({ attribute })}
          />
          <CasesFoot
            columns={columns}
            grid={grid}
            line={line}
            active={active}
            area={area}
            refused={doings.refused}
          />
        </>
      )}
      {pasting && (
        <CasesPaste pasting={pasting} onClose={() => setPasting(null)} onWrite={doings.writeAll} />
      )}
      {asking !== null && asking !== "import" && (
        <AttributeDialog
          of="case"
          one={asking.attribute}
          all={attributes}
          onClose={() => setAsking(null)}
        />
      )}
      <CasesImport
        isOpen={asking === "import"}
        grid={grid}
        columns={columns}
        onClose={() => setAsking(null)}
        onWrite={doings.writeAll}
      />
      {room === "narrow" && (
        <Drawer
          isOpen={Boolean(inspector)}
          side="right"
          label={t("inspector.title")}
          onClose={() => setInspecting(false)}
        >
          {inspector}
        </Drawer>
      )}
    </SplitPane>
  );
}

/** The cases of a selection, by GUID. */
function chosenOf(
  lines: ReturnType<typeof linesOf>,
  area: ReturnType<typeof areaOf>,
  columns: CaseColumns,
): string[] {
  return lines
    .slice(area.top, area.bottom + 1)
    .flatMap((line) => (line.kind === "case" ? [columns.guid[line.at] ?? ""] : []));
}
