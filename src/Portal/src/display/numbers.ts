/** What stands where there is no value. */
export const none = "—";

/** Totals and items: two decimals, as they are published. */
export function points(value: number | null | undefined, decimals = 2): string {
  return value === null || value === undefined ? none : value.toFixed(decimals);
}

export function rank(value: number | null | undefined): string {
  return value === null || value === undefined ? none : String(value);
}

const yuan = new Intl.NumberFormat("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export function money(value: number | null | undefined): string {
  return value === null || value === undefined ? none : `${yuan.format(value)} 元`;
}

/** Numbers of an explanation come with all their decimals; four are enough to follow the sum. */
export function plain(value: number): string {
  return String(Number(value.toFixed(4)));
}
