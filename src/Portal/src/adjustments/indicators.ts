import type { AdjustedValue, CycleProgress, ExplanationFact, ExplanationNode } from "../api/shapes";
import { fullName } from "../display/itemName";
import type { ScoreRange } from "../sheets/range";

/** One place of an indicator (指标) in the ledger: by whom and for which period it is observed. */
export interface Slot {
  by: string | null;
  period: string | null;
  /** Source and period in words; empty where the scheme tells none apart. */
  about: string;
  /** What a score may be; null where only the service knows. */
  range: ScoreRange | null;
  /** What counts in the newest result; null where nothing does. */
  now: number | null;
  unit: string | null;
}

export interface Indicator {
  item: string;
  title: string;
  slots: readonly Slot[];
}

export const keyOf = (slot: Pick<Slot, "by" | "period">): string => JSON.stringify([slot.by, slot.period]);

/** What was reported of the subject itself; events, which nobody reported as a value, are left out. */
export function reportedFacts(tree: ExplanationNode, subject: string): ExplanationFact[] {
  const own = tree.facts.filter((fact) => fact.subject === subject && fact.reportedBy !== null);
  return [...own, ...tree.children.flatMap((child) => reportedFacts(child, subject))];
}

/** Of 群众满意度（线上测评，上半年）, the indicator and what is between the brackets. */
function named(fact: ExplanationFact): { title: string; about: string } {
  const title = fact.title || fact.item;
  const parts = fact.by === null && fact.period === null ? null : /^(.+)（([^（）]+)）$/.exec(title);
  return parts ? { title: parts[1]!, about: parts[2]! } : { title, about: "" };
}

/**
 * What can be adjusted of a subject: the lines that departments score of areas, and whatever the newest result rests on.
 * @param facts Of the subject, out of the newest explanation; none before the first calculation.
 */
export function indicatorsOf(
  isArea: boolean,
  scores: CycleProgress["scores"],
  facts: readonly ExplanationFact[],
): Indicator[] {
  const found = new Map<string, { title: string; slots: Map<string, Slot> }>();
  const put = (item: string, title: string, slot: Slot) => {
    const one = found.get(item) ?? { title, slots: new Map<string, Slot>() };
    const before = one.slots.get(keyOf(slot));
    one.slots.set(keyOf(slot), before ? { ...before, now: slot.now, unit: slot.unit } : slot);
    found.set(item, one);
  };
  for (const line of isArea ? scores.filter((one) => one.counts) : []) {
    for (const period of line.periods.length > 0 ? line.periods : [null]) {
      put(line.item, fullName({ id: line.item, title: line.title }), {
        by: line.department,
        period: period?.id ?? null,
        about: [line.department, period?.title].filter(Boolean).join("，"),
        range: { least: line.least, most: line.most, step: line.step },
        now: null,
        unit: "分",
      });
    }
  }

  for (const fact of facts) {
    const { title, about } = named(fact);
    put(fact.item, title, {
      by: fact.by,
      period: fact.period,
      about,
      range: null,
      now: fact.value,
      unit: fact.unit ?? null,
    });
  }

  return [...found].map(([item, { title, slots }]) => ({ item, title, slots: [...slots.values()] }));
}

/** An adjusted value's indicator in words; its id where nothing in the cycle names it any more. */
export function indicatorWords(
  value: Pick<AdjustedValue, "item" | "by" | "period">,
  indicators: readonly Indicator[],
): string {
  const one = indicators.find((indicator) => indicator.item === value.item);
  const about =
    one?.slots.find((slot) => keyOf(slot) === keyOf(value))?.about ?? [value.by, value.period].filter(Boolean).join("，");
  return `${one?.title ?? value.item}${about && `（${about}）`}`;
}

export const unitOf = (
  value: Pick<AdjustedValue, "item" | "by" | "period">,
  indicators: readonly Indicator[],
): string | null =>
  indicators.find((one) => one.item === value.item)?.slots.find((slot) => keyOf(slot) === keyOf(value))?.unit ?? null;
