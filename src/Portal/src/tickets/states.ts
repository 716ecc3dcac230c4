import type { CycleRates, Ticket } from "../api/shapes";

/** What a ticket is to a cycle, as the service divides them. */
export const states = ["unattributed", "countable", "excluded", "outsideWindow"] as const;

export type TicketState = (typeof states)[number];

export const stateTitles: Record<TicketState, string> = {
  unattributed: "待归属",
  countable: "计入",
  excluded: "已剔除",
  outsideWindow: "不在统计范围",
};

export const stateColours: Record<TicketState, string> = {
  unattributed: "gold",
  countable: "processing",
  excluded: "default",
  outsideWindow: "default",
};

export const isState = (name: string | null): name is TicketState => states.some((state) => state === name);

/** The day in China, where the window's days are, whatever the offset that the moment came with. */
const dayInChina = (moment: string): string =>
  new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);

/** The list does not tell a ticket's state; it follows from the window and the sources that the rates tell. */
export function stateOf(
  ticket: Pick<Ticket, "receivedAt" | "source" | "exclusion" | "area">,
  cycle: Pick<CycleRates, "from" | "to" | "sources">,
): TicketState {
  const day = dayInChina(ticket.receivedAt);
  const covered =
    cycle.from !== null &&
    cycle.to !== null &&
    cycle.from <= day &&
    day <= cycle.to &&
    cycle.sources.includes(ticket.source);
  if (!covered) return "outsideWindow";
  if (ticket.exclusion === "同意") return "excluded";
  return ticket.area === null ? "unattributed" : "countable";
}
