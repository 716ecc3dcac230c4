const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A spreadsheet program must not take a cell of somebody's file for a formula. */
const harmless = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** CSV as Chinese spreadsheet programs open it: with a byte order mark, so that they see UTF-8. */
export function csv(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  const lines = rows.map((row) =>
    row.map((cell) => quoted(typeof cell === "string" ? harmless(cell) : String(cell ?? ""))).join(","),
  );
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}
