import { keepPreviousData, useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { ask } from "../api/ask";
import { problemFrom, unreachable } from "../api/problem";
import type { AuditPage } from "../api/shapes";
import { saveAs } from "../display/download";
import { useProblem } from "../display/useProblem";
import { queryOf, type AuditFilter } from "./filter";
import { behind, type Fetched } from "./merge";
import type { Service } from "../api/services";

const pageSize = 50;

/** One round of questions: what came of each service that was asked. */
interface Round {
  fetched: Fetched[];
  failed: { service: Service; error: unknown }[];
}

/** A service that is away leaves the others' entries to be seen. */
export function useAudit(asked: readonly Service[], filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ["audit", asked, filter],
    placeholderData: keepPreviousData,
    initialPageParam: asked.map((service): { service: Service; before: number | null } => ({ service, before: null })),
    queryFn: async ({ pageParam, signal }): Promise<Round> => {
      const answers = await Promise.allSettled(
        pageParam.map(async ({ service, before }): Promise<Fetched> => {
          const query = new URLSearchParams({ take: String(pageSize), ...queryOf(filter) });
          if (before !== null) query.set("before", String(before));
          const page = await ask<AuditPage>("GET", `/api/${service}/audit?${query}`, { signal });
          return { service, entries: page.entries, next: page.next === null ? null : Number(page.next) };
        }),
      );
      const failed = answers.flatMap((answer, at) =>
        answer.status === "rejected" ? [{ service: pageParam[at]!.service, error: answer.reason as unknown }] : [],
      );
      if (failed.length === pageParam.length) throw failed[0]!.error;
      return { fetched: answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : [])), failed };
    },
    getNextPageParam: (_, rounds) => {
      const older = behind(logsOf(rounds)).map((log) => ({ service: log.service, before: log.next }));
      return older.length > 0 ? older : undefined;
    },
  });
}

/** What all rounds brought, by service. One that failed in a later round is left out of those that go on. */
export function logsOf(rounds: readonly Round[]): Fetched[] {
  const logs = new Map<Service, Fetched>();
  for (const round of rounds) {
    for (const { service, entries, next } of round.fetched) {
      logs.set(service, { service, entries: [...(logs.get(service)?.entries ?? []), ...entries], next });
    }
    for (const { service } of round.failed) {
      const log = logs.get(service);
      if (log) logs.set(service, { ...log, next: null });
    }
  }

  return [...logs.values()];
}

/** One file with each service's own header and lines, as they were sent: it is verified as it is. */
export function useExport(asked: readonly Service[]) {
  const problem = useProblem();
  return useMutation({
    mutationFn: async (fileName: string) => {
      const parts: Blob[] = [];
      for (const service of asked) {
        const answer = await fetch(`/api/${service}/audit/export`).catch(() => {
          throw unreachable();
        });
        if (!answer.ok) throw problemFrom(answer.status, await answer.json().catch(() => null));
        parts.push(await answer.blob());
      }

      saveAs(new Blob(parts, { type: "application/x-ndjson" }), fileName);
    },
    onError: problem.showDialog,
  });
}
