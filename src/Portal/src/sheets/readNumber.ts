/** What a text in a cell means: a number, nothing, or what no number can be made of. */
export type Reading = { kind: "number"; value: number } | { kind: "empty" } | { kind: "unreadable" };

const empty: Reading = { kind: "empty" };
const unreadable: Reading = { kind: "unreadable" };

const pattern = /^[+-]?(\d{1,3}(,\d{3})+|\d+|(?=\.\d))(\.\d*)?$/;

/** More digits than these a number of the browser does not keep. */
const mostDigits = 15;

/**
 * Reads what people type and what spreadsheets give: digits of full width, the Chinese full stop of an input method as the
 * point, separators of thousands, the unit 分.
 */
export function readNumber(text: string): Reading {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/。/g, ".")
    .replace(/[−–]/g, "-")
    .replace(/，/g, ",")
    .replace(/\s*分$/, "");
  if (plain === "") return text.trim() === "" ? empty : unreadable;
  if (!pattern.test(plain) || plain.replace(/\D/g, "").length > mostDigits) return unreadable;
  const value = Number(plain.replaceAll(",", ""));
  // Minus zero is zero.
  return { kind: "number", value: value === 0 ? 0 : value };
}

/** A value as it stands in a cell. */
export const numberText = (value: number | null | undefined): string =>
  value === null || value === undefined ? "" : String(value);
