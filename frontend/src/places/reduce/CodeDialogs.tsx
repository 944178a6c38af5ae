import type { Ink } from "../../annotators/text/api";
import type { Code } from "../../api/types";
import { ColourDialog } from "./book/ColourDialog";
import { ImportDialog } from "./book/ImportDialog";
import { MergeDialog } from "./book/MergeDialog";
import { MoveDialog } from "./book/MoveDialog";
import { NewCode } from "./book/NewCode";
import { RemoveDialog } from "./book/RemoveDialog";
import { SetsDialog } from "./book/SetsDialog";
import { ask, useShelf } from "./book/shelf";
import { Frames } from "./Frames";
import { PatternDialog } from "./patterns/PatternDialog";

interface Props {
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
}

/** Whatever is asked about codes, one at a time. */
export function CodeDialogs(props: Props) {
  const dialog = useShelf((shelf) => shelf.dialog);
  const close = { onClose: () => ask(null) };
  switch (dialog?.kind) {
    case "add":
      return <NewCode parent={dialog.parent} {...close} />;
    case "move":
      return <MoveDialog {...props} {...close} moving={dialog.codes} />;
    case "merge":
      return <MergeDialog {...props} {...close} merging={dialog.codes} into={dialog.into} />;
    case "remove":
      return <RemoveDialog {...props} {...close} going={dialog.codes} />;
    case "colour":
      return <ColourDialog {...props} {...close} chosen={dialog.codes} />;
    case "sets":
      return <SetsDialog {...close} chosen={dialog.codes} />;
    case "pattern":
      return <PatternDialog {...close} codes={dialog.codes.map(({ guid }) => guid)} />;
    case "frames":
      return <Frames {...close} />;
    case "import":
      return <ImportDialog first={dialog.file} {...close} />;
    default:
      return null;
  }
}
