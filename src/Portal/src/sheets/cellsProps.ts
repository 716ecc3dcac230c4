import type { Ref } from "react";
import type { CellName } from "./cells";
import type { SheetView } from "./shapes";
import type { SheetEdits } from "./useSheetEdits";

/** What the grid and the list by item are given, which show the same cells. */
export interface CellsProps {
  cycle: string;
  view: SheetView;
  edits: SheetEdits;
  /** Nothing can be entered: it is shown with what has changed since it was signed. */
  readOnly: boolean;
  /** Something about what was pasted; null where it holds no more. */
  tell: (message: string | null) => void;
  ref: Ref<CellsHandle>;
}

export interface CellsHandle {
  /** Shows a cell and makes it the one that is typed into. */
  goTo: (cell: CellName) => void;
}
