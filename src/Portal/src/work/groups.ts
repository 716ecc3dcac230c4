import type { WorkItem } from "../api/shapes";

/** When something is due, seen from today. */
export type Span = "overdue" | "today" | "week" | "later" | "undated";

/** In their order on the page. */
export const spans: readonly { span: Span; title: string }[] = [
  { span: "overdue", title: "已逾期" },
  { span: "today", title: "今日" },
  { span: "week", title: "本周" },
  { span: "later", title: "以后" },
  { span: "undated", title: "无期限" },
];

const day = 24 * 3_600_000;

/** The day in China, in which last days are said, whatever the browser's own zone. */
export const todayInChina = (now: number): string => dayOf(now + 8 * 3_600_000);

/** @param today As {@link todayInChina} has it. */
export function spanOf(due: string | null, today: string): Span {
  if (due === null) return "undated";
  if (due < today) return "overdue";
  if (due === today) return "today";
  return due <= sundayOf(today) ? "week" : "later";
}

export interface Group {
  span: Span;
  title: string;
  items: readonly WorkItem[];
}

/** The entries by when they are due, what is due first at the top; spans without any are left out. */
export const groupsOf = (items: readonly WorkItem[], today: string): Group[] =>
  spans
    .map(({ span, title }) => ({
      span,
      title,
      items: items.filter((item) => spanOf(item.due, today) === span).sort(byDue),
    }))
    .filter((group) => group.items.length > 0);

/** Entries of one day stay in the order of the services. */
const byDue = (one: WorkItem, other: WorkItem): number => (one.due ?? "").localeCompare(other.due ?? "");

/** A week ends with its Sunday. */
function sundayOf(today: string): string {
  const at = Date.parse(`${today}T00:00:00Z`);
  const weekday = new Date(at).getUTCDay();
  return dayOf(at + ((7 - weekday) % 7) * day);
}

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
