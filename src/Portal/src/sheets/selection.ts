export interface Place {
  row: number;
  column: number;
}

/** The cell that is typed into, and the corner of the range across from it. */
export interface Selection {
  active: Place;
  extent: Place;
}

export interface Size {
  rows: number;
  columns: number;
}

export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export const at = (row: number, column: number): Selection => ({ active: { row, column }, extent: { row, column } });

export const areaOf = ({ active, extent }: Selection): Area => ({
  top: Math.min(active.row, extent.row),
  left: Math.min(active.column, extent.column),
  bottom: Math.max(active.row, extent.row),
  right: Math.max(active.column, extent.column),
});

export const isSingle = ({ active, extent }: Selection): boolean =>
  active.row === extent.row && active.column === extent.column;

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** Keeps a selection inside a grid that has become smaller. */
export const within = (selection: Selection, size: Size): Selection => {
  const { active, extent } = selection;
  const inside = (place: Place) => place.row < size.rows && place.column < size.columns;
  if (inside(active) && inside(extent)) return selection;
  return at(clamp(active.row, size.rows), clamp(active.column, size.columns));
};

export interface Key {
  key: string;
  shiftKey: boolean;
  /** Ctrl, or ⌘. */
  ctrlKey: boolean;
}

/** Where a key leads from a place; null where it is no key of movement, or leads out of the grid, as Tab does at its end. */
function target(from: Place, { key, shiftKey, ctrlKey }: Key, size: Size, page: number): Place | null {
  const { row, column } = from;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const to = (toRow: number, toColumn: number) => ({ row: clamp(toRow, size.rows), column: clamp(toColumn, size.columns) });
  switch (key) {
    case "ArrowUp":
      return to(ctrlKey ? 0 : row - 1, column);
    case "ArrowDown":
      return to(ctrlKey ? last.row : row + 1, column);
    case "ArrowLeft":
      return to(row, ctrlKey ? 0 : column - 1);
    case "ArrowRight":
      return to(row, ctrlKey ? last.column : column + 1);
    case "PageUp":
      return to(row - page, column);
    case "PageDown":
      return to(row + page, column);
    case "Home":
      return to(ctrlKey ? 0 : row, 0);
    case "End":
      return to(ctrlKey ? last.row : row, last.column);
    case "Enter":
      return to(shiftKey ? row - 1 : row + 1, column);
    case "Tab":
      return tabbed(row * size.columns + column + (shiftKey ? -1 : 1), size);
    default:
      return null;
  }
}

const tabbed = (index: number, size: Size): Place | null =>
  index < 0 || index >= size.rows * size.columns
    ? null
    : { row: Math.floor(index / size.columns), column: index % size.columns };

/** The selection after a key; Shift extends it, except with Enter and Tab, which go back. */
export function moved(selection: Selection, key: Key, size: Size, page = 10): Selection | null {
  const goesBack = key.key === "Enter" || key.key === "Tab";
  if (key.shiftKey && !goesBack) {
    const extent = target(selection.extent, key, size, page);
    return extent && { active: selection.active, extent };
  }
  const place = target(selection.active, key, size, page);
  return place && at(place.row, place.column);
}

/** All that is in the grid; the active cell stays. */
export const everything = (size: Size): Selection => ({
  active: { row: 0, column: 0 },
  extent: { row: size.rows - 1, column: size.columns - 1 },
});
