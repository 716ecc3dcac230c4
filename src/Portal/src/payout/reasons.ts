import type { PayoutLine } from "../api/shapes";

/** Why amounts are not known yet, with how many persons that keeps waiting; the most frequent first. */
export function reasonsOf(lines: readonly Pick<PayoutLine, "amount" | "reason">[]): { reason: string; persons: number }[] {
  const persons = new Map<string, number>();
  for (const line of lines.filter((one) => one.amount === null)) {
    const reason = line.reason ?? "待定";
    persons.set(reason, (persons.get(reason) ?? 0) + 1);
  }
  return [...persons].map(([reason, count]) => ({ reason, persons: count })).sort((a, b) => b.persons - a.persons);
}
