import dayjs from "dayjs";
import { isService, type Service } from "../api/services";

/** What the page's address asks for. Days are as in the address, both included. */
export interface AuditFilter {
  from?: string;
  to?: string;
  who?: string;
  action?: string;
  subject?: string;
  service?: Service;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

export function filterOf(search: URLSearchParams): AuditFilter {
  const [from, to, service] = [search.get("from"), search.get("to"), search.get("service")];
  return {
    ...(from && day.test(from) && { from }),
    ...(to && day.test(to) && { to }),
    ...textOf("who"),
    ...textOf("action"),
    ...textOf("subject"),
    ...(isService(service) && { service }),
  };

  function textOf(name: "who" | "action" | "subject") {
    const value = search.get(name)?.trim();
    return value ? { [name]: value } : {};
  }
}

/** As the services are asked: a period ends before its end. */
export function queryOf(filter: AuditFilter) {
  return {
    ...(filter.from && { from: dayjs(filter.from).startOf("day").toISOString() }),
    ...(filter.to && { to: dayjs(filter.to).add(1, "day").startOf("day").toISOString() }),
    ...(filter.who && { who: filter.who }),
    ...(filter.action && { action: filter.action }),
    ...(filter.subject && { subject: filter.subject }),
  };
}

export const isFiltered = (filter: AuditFilter): boolean => Object.keys(filter).length > 0;
