import type { Span } from "./groups";

/** 期限, as an entry says it. */
export function dueWords(due: string | null, span: Span): string {
  if (due === null) return "";
  const [, month, date] = due.split("-").map(Number);
  const words = `${month} 月 ${date} 日`;
  return span === "overdue" ? `${words}到期，已逾期` : span === "today" ? "今日截止" : `${words}截止`;
}
