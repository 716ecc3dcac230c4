import type { CycleView, EventForm, EventFormRule, EventView } from "../api/shapes";
import { isCancelled, isPinned } from "../cycles/states";

/** What the signed-in person can do with several events at once. */
export type Hand = "check" | "approve";

/** Which of the two is the person's turn; of one that could do both, what comes first. */
export const handOf = (one: Pick<EventView, "may">): Hand | null =>
  one.may.check ? "check" : one.may.approve ? "approve" : null;

/** What waits for the person first, then what waits for others, then the newest. */
export const inOrderOfWork = <E extends Pick<EventView, "may" | "stage" | "version">>(events: readonly E[]): E[] =>
  [...events].sort((a, b) => urgency(b) - urgency(a) || b.version - a.version);

const urgency = (one: Pick<EventView, "may" | "stage">): number =>
  handOf(one) ? 2 : one.stage === "applied" || one.stage === "checked" ? 1 : 0;

/** Until a result is pinned; afterwards the service lets in what an objection or a correction puts right. */
export const admitsEvents = (cycle: Pick<CycleView, "state">): boolean =>
  !isPinned(cycle.state) && !isCancelled(cycle.state);

export const rulesToApplyFor = (form: EventForm): EventFormRule[] => form.rules.filter((rule) => rule.mayApply);

export const hasWaivers = (form: EventForm): boolean => form.rules.some((rule) => rule.waivers.length > 0);

/** Presumptions to be ticked, each once, with the rules that presume them. */
export function presumptions(events: readonly Pick<EventView, "rule">[], form: EventForm, hand: Hand): { rule: string; words: string }[] {
  const asked = new Set(events.map((one) => one.rule));
  return form.rules
    .filter((rule) => asked.has(rule.id) && rule.presumes !== null && (hand === "check" || rule.keptBy === null))
    .map((rule) => ({ rule: rule.title, words: rule.presumes! }));
}
