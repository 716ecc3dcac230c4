import type { AreaRates, Ticket, TicketWithHistory } from "../api/shapes";
import { moment } from "../display/times";
import type { Column } from "../edits/columns";
import { exclusionTitle } from "./exclusion";

const nameIn = (areas: readonly AreaRates[], area: string | null): string =>
  area === null ? "待归属" : (areas.find((line) => line.area === area)?.name ?? area);

/** 归属 alone, as one chooses it. */
export const areaColumn = (areas: readonly AreaRates[]): Column<string | null> => ({
  name: "area",
  title: "归属居民区",
  text: (area) => nameIn(areas, area),
  take: (_, area) => area,
});

const column = (name: keyof Ticket, title: string, text: (ticket: Ticket) => string): Column<Ticket> => ({
  name,
  title,
  text,
  take: (into, from) => ({ ...into, [name]: from[name] }),
});

/** What people and files may have changed of a ticket since it was opened. */
export const ticketColumns = (areas: readonly AreaRates[]): Column<Ticket>[] => [
  column("exclusion", "剔除", exclusionTitle),
  column("area", "归属居民区", (ticket) => nameIn(areas, ticket.area)),
  column("attributedBy", "归属方式", (ticket) => (ticket.attributedBy === "person" ? "人工归属" : "按文件或地址")),
  column("finishedAt", "办结时间", (ticket) => moment(ticket.finishedAt)),
  column("dueAt", "办结时限", (ticket) => moment(ticket.dueAt)),
  column("solved", "是否解决", (ticket) => (ticket.solved ? "是" : "否")),
  column("satisfaction", "满意度", (ticket) => ticket.satisfaction),
  column("title", "标题", (ticket) => ticket.title ?? ""),
  column("content", "内容", (ticket) => ticket.content ?? ""),
  column("address", "地址", (ticket) => ticket.address ?? ""),
];

/** Who has decided last, and when; nothing where only files have said anything. */
export function latestStep(of: TicketWithHistory): { by?: string; at?: string } {
  const latest = [...of.attributions, ...of.exclusions].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
  return latest ? { by: latest.by, at: latest.at } : {};
}
