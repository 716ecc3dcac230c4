/** What is shown where there is no value. */
export const none = "—";

/**
 * Half away from zero, as the schemes round, on the decimal digits that came: toFixed would round the binary number
 * behind them, and 15.825 would become 15.82.
 */
function rounded(value: number, decimals: number): number {
  const size = Math.abs(value);
  if (size < 1e-6 || size >= 1e15) return size < 1e-6 ? 0 : value;
  return Math.sign(value) * Number(`${Math.round(Number(`${size}e${decimals}`))}e-${decimals}`);
}

/** Totals and items: two decimals, as they are shown to all. */
export function points(value: number | null | undefined, decimals = 2): string {
  return value === null || value === undefined ? none : rounded(value, decimals).toFixed(decimals);
}

export function rank(value: number | null | undefined): string {
  return value === null || value === undefined ? none : String(value);
}

const yuan = new Intl.NumberFormat("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export function money(value: number | null | undefined): string {
  return value === null || value === undefined ? none : `${yuan.format(rounded(value, 2))} 元`;
}

/** Numbers of an explanation come with all their decimals; four are enough to follow the sum. */
export function plain(value: number): string {
  return String(rounded(value, 4));
}

export function withUnit(value: number, unit: string | null | undefined): string {
  return unit ? `${plain(value)}${unit === "%" ? "" : " "}${unit}` : plain(value);
}
