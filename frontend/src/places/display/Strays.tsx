/** Words written for cells that are not shown now: none is lost, and each finds a new place. */

import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CellWords, useCellWords, useMoveCell } from "../../api/display-cells";
import type { Matrix } from "../../api/displays";
import { Button } from "../../components/Button";
import { toast, toastProblem } from "../../components/toasts";
import { type Heading, nameOf } from "../../shapes/matrix";
import { OneOf, Picker } from "./Picker";
import { useSaid } from "./words";

interface Props {
  matrix: Matrix;
  /** The saved display that is shown. */
  saved: string | null;
  readOnly: boolean;
}

/** Words whose row or column is not shown now. */
export function Strays({ matrix, saved, readOnly }: Props) {
  const { t } = useTranslation("display");
  const { data: cells = [] } = useCellWords(saved);
  const rows = new Set(matrix.rows.map((one) => one.key));
  const columns = new Set(matrix.columns.map((one) => one.key));
  const strays = cells.filter((one) => !(rows.has(one.row) && columns.has(one.column)));
  const canMove = saved !== null && !readOnly && rows.size > 0 && columns.size > 0;
  if (strays.length === 0) return null;
  return (
    <details className="cell-strays">
      <summary>{t("cells.strays", { count: strays.length })}</summary>
      <ul>
        {strays.map((one) => (
          <Stray key={one.guid} words={one}>
            {canMove && <Mover words={one} matrix={matrix} saved={saved} />}
          </Stray>
        ))}
      </ul>
    </details>
  );
}

function Stray({ words, children }: { words: CellWords; children: ReactNode }) {
  const said = useSaid()(words);
  return (
    <li>
      <strong>
        <bdi>{words.row_label}</bdi> × <bdi>{words.column_label}</bdi>
      </strong>{" "}
      {words.text}{" "}
      <small className="muted">{[said, words.author].filter(Boolean).join(" · ")}</small>
      {children}
    </li>
  );
}

/** The row or column that is the only one, or the words' own where it is shown still. */
const likely = (headings: readonly Heading[], own: string) =>
  headings.length === 1 || headings.some((one) => one.key === own)
    ? (headings.find((one) => one.key === own) ?? headings[0])?.key
    : undefined;

/** Gives words a cell that is shown; what is written there already is never written over. */
function Mover({ words, matrix, saved }: { words: CellWords; matrix: Matrix; saved: string }) {
  const { t } = useTranslation(["display", "shell"]);
  const [isOpen, setOpen] = useState(false);
  const [row, setRow] = useState(likely(matrix.rows, words.row));
  const [column, setColumn] = useState(likely(matrix.columns, words.column));
  const move = useMoveCell(saved);
  if (!isOpen)
    return (
      <Button small look="quiet" onPress={() => setOpen(true)}>
        {t("cells.move")}
      </Button>
    );
  const sides = [
    { title: matrix.row_title ?? "", all: matrix.rows, chosen: row, pick: setRow },
    { title: matrix.column_title ?? "", all: matrix.columns, chosen: column, pick: setColumn },
  ];
  const place = () => {
    if (row === undefined || column === undefined) return;
    move.mutate(
      { words, row, column },
      {
        onSuccess: () => toast(t("cells.moved")),
        onError: (error) => toastProblem(error, t("cells.unmoved"), t("shell:offline.hint")),
      },
    );
  };
  return (
    <span className="cell-mover">
      {sides.map((one) => (
        <HeadingPicker key={one.title} {...one} />
      ))}
      <Button small look="primary" isDisabled={!(row && column)} onPress={place}>
        {t("cells.place")}
      </Button>
      <Button small look="quiet" onPress={() => setOpen(false)}>
        {t("shell:cancel")}
      </Button>
    </span>
  );
}

interface HeadingProps {
  title: string;
  all: readonly Heading[];
  chosen: string | undefined;
  pick: (key: string) => void;
}

const MOST = 100;

/** One of the rows or columns, found by its name; subtotals have no words of their own. */
function HeadingPicker({ title, all, chosen, pick }: HeadingProps) {
  const { t } = useTranslation("display");
  const [sought, setSought] = useState("");
  const text = sought.trim().toLocaleLowerCase();
  const found = all.find((one) => one.key === chosen);
  const name = found ? nameOf(found) : t("cells.choose");
  const items = all
    .filter((one) => !one.subtotal && nameOf(one).toLocaleLowerCase().includes(text))
    .slice(0, MOST)
    .map((one) => ({ id: one.key, name: nameOf(one) }));
  return (
    <Picker
      label={title}
      said={`${title}: ${name}`}
      face={<bdi className="source-picked clip">{name}</bdi>}
    >
      {(close) => (
        <OneOf
          label={title}
          find={t("cells.find")}
          nothing={t("cells.nothing")}
          items={items}
          chosen={chosen ?? ""}
          sought={sought}
          onSeek={setSought}
          onPick={(key) => {
            close();
            pick(key);
          }}
        />
      )}
    </Picker>
  );
}
