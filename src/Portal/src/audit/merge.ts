import type { AuditLine } from "../api/shapes";
import type { Service } from "../api/services";

export interface ServiceLine extends AuditLine {
  service: Service;
}

/** What has been fetched of one service's log, newest first. */
export interface Fetched {
  service: Service;
  entries: readonly AuditLine[];
  /** From where older entries go on; null where these are all. */
  next: number | null;
}

/**
 * The services' logs as one list, newest first. It ends where a service of which there is more has been fetched to:
 * beyond that an entry of its could still be missing in between.
 */
export function merged(logs: readonly Fetched[]): ServiceLine[] {
  const end = horizon(logs);
  return logs
    .flatMap((log) => log.entries.map((entry) => ({ ...entry, service: log.service })))
    .filter((entry) => timeOf(entry) >= end)
    .sort(
      (one, other) =>
        timeOf(other) - timeOf(one) ||
        (one.service === other.service
          ? Number(other.sequence) - Number(one.sequence)
          : one.service.localeCompare(other.service)),
    );
}

/** The services to ask for older entries, so that the list goes on. */
export function behind(logs: readonly Fetched[]): Fetched[] {
  const end = horizon(logs);
  return logs.filter((log) => log.next !== null && oldest(log) >= end);
}

const timeOf = (entry: AuditLine): number => Date.parse(entry.at);

const oldest = (log: Fetched): number => {
  const last = log.entries.at(-1);
  return last ? timeOf(last) : Number.POSITIVE_INFINITY;
};

const horizon = (logs: readonly Fetched[]): number =>
  Math.max(Number.NEGATIVE_INFINITY, ...logs.filter((log) => log.next !== null).map(oldest));
