import type { AdjustedValue } from "../api/shapes";
import { rangeProblem } from "../sheets/range";
import { type Indicator, keyOf, type Slot } from "./indicators";

/** What is typed in a row of the form. */
export interface Row {
  subject?: string;
  item?: string;
  /** {@link keyOf} of the place. */
  slot?: string;
  value?: number | null;
}

export type Whole = Omit<AdjustedValue, "key">;

/** The place that a row means: the chosen one, or the only one that there is. */
export function slotOf(row: Row, indicators: readonly Indicator[]): Slot | undefined {
  const slots = indicators.find((one) => one.item === row.item)?.slots ?? [];
  return slots.length === 1 ? slots[0] : slots.find((slot) => keyOf(slot) === row.slot);
}

/** What a row sets; nothing while something of it is missing. */
export function valueOf(row: Row, indicators: readonly Indicator[]): Whole | undefined {
  const slot = slotOf(row, indicators);
  return row.subject && row.item && slot && typeof row.value === "number"
    ? { subject: row.subject, item: row.item, by: slot.by, period: slot.period, value: row.value }
    : undefined;
}

/** Why a row cannot be proposed; null where it can, as far as the portal knows the scheme's limits. */
export function problemOf(row: Row, indicators: readonly Indicator[]): string | null {
  if (!row.subject) return "请选择居民区或工作人员";
  if (!row.item) return "请选择指标";
  const slot = slotOf(row, indicators);
  if (!slot) return "请选择来源和时段";
  if (typeof row.value !== "number") return "请填写调整后的数值";
  return slot.range && rangeProblem(row.value, slot.range);
}

/** The rows, by position, whose place an earlier row has already. */
export function repeated(values: readonly (Whole | undefined)[]): ReadonlySet<number> {
  const seen = new Set<string>();
  const twice = new Set<number>();
  values.forEach((value, at) => {
    if (!value) return;
    const key = JSON.stringify([value.subject, value.item, value.by, value.period]);
    if (seen.has(key)) twice.add(at);
    seen.add(key);
  });
  return twice;
}
