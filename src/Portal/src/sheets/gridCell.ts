import type { Place } from "./selection";

/** How a cell is typed into: in place of what is there, where arrows lead on; or in what is there, where they move in it. */
export interface Editing {
  text: string;
  mode: "replace" | "change";
}

/** By which the grid says which cell is active. */
export const cellId = (gridId: string, { row, column }: Place): string => `${gridId}-${row}-${column}`;
