import { type Area, type Place } from "./selection";

/** Reads a block of cells as spreadsheets put it on the clipboard: tabs between cells, quotes around those with line ends. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const end = () => at >= text.length;
  const cell = () => {
    if (text[at] !== '"') return plain();
    const start = at;
    let content = "";
    for (at += 1; !end(); at += 1) {
      if (text[at] !== '"') content += text[at];
      else if (text[at + 1] === '"') {
        content += '"';
        at += 1;
      } else {
        at += 1;
        if (end() || /[\t\r\n]/.test(text[at]!)) return content;
        break;
      }
    }
    // A quote that nothing ends is part of the text.
    at = start;
    return plain();
  };
  const plain = () => {
    const start = at;
    while (!end() && !/[\t\r\n]/.test(text[at]!)) at += 1;
    return text.slice(start, at);
  };
  while (true) {
    rows.at(-1)!.push(cell().trim());
    if (end()) return rows;
    const separator = text[at];
    at += separator === "\r" && text[at + 1] === "\n" ? 2 : 1;
    if (separator !== "\t") {
      // The line end after the last row begins no other.
      if (end()) return rows;
      rows.push([]);
    }
  }
}

const quoted = (cell: string) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const writeBlock = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoted).join("\t")).join("\r\n");

export interface Placed {
  entries: (Place & { text: string })[];
  /** Cells with content that would have come to lie beyond the edge. */
  beyond: number;
  /** Cells with content where nothing can be entered. */
  closed: number;
}

/**
 * Lays a block into the grid from the range's first cell on; a single cell fills the range.
 * @param columns The columns that are entered, by position; others, which are only shown, are stepped over.
 * @param isOpen Whether a value can be entered there.
 */
export function placeBlock(
  block: readonly (readonly string[])[],
  range: Area,
  rows: number,
  columns: readonly number[],
  isOpen: (place: Place) => boolean,
): Placed {
  const placed: Placed = { entries: [], beyond: 0, closed: 0 };
  const put = (row: number, column: number | undefined, text: string) => {
    if (row >= rows || column === undefined) placed.beyond += text === "" ? 0 : 1;
    else if (!isOpen({ row, column })) placed.closed += text === "" ? 0 : 1;
    else placed.entries.push({ row, column, text });
  };
  const from = columns.filter((column) => column >= range.left);
  const single = block.length === 1 && block[0]!.length === 1 ? block[0]![0]! : null;
  if (single !== null && (range.top !== range.bottom || range.left !== range.right)) {
    for (let row = range.top; row <= range.bottom; row += 1) {
      // What is closed in the range was not aimed at.
      for (const column of from.filter((one) => one <= range.right && isOpen({ row, column: one }))) put(row, column, single);
    }
    return placed;
  }
  block.forEach((line, down) => line.forEach((text, right) => put(range.top + down, from[right], text)));
  return placed;
}

/** What is said of cells that were left out; null where none were. */
export function leftOutWords({ beyond, closed }: Pick<Placed, "beyond" | "closed">): string | null {
  const parts = [
    beyond > 0 && `${beyond} 格超出表格边界`,
    closed > 0 && `${closed} 格不在本表评分范围`,
  ].filter(Boolean);
  return parts.length === 0 ? null : `${parts.join("，")}，没有粘贴。`;
}
