import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { ask } from "../api/ask";
import { services, serviceNames } from "../api/services";
import type { WorkItem } from "../api/shapes";

const key = ["work"] as const;

/** What waits for the signed-in person, as far as the services have said it. */
export interface Work {
  items: readonly WorkItem[];
  /** When the newest answer came. */
  askedAt: number;
  /** Whether none has answered yet. */
  pending: boolean;
  /** Names of those that do not answer, with the first of their refusals. */
  missing: readonly string[];
  error: unknown;
  retry: () => void;
}

/** 待办 of all services; one that is away leaves the others' to be seen. */
export function useWork(enabled = true): Work {
  return useQueries({
    queries: services.map((service) => ({
      queryKey: [...key, service],
      enabled,
      queryFn: ({ signal }: { signal: AbortSignal }) => ask<WorkItem[]>("GET", `/api/${service}/work`, { signal }),
      // Somebody else may have done it meanwhile.
      refetchOnWindowFocus: "always" as const,
    })),
    combine: (answers) => {
      const failed = services.filter((_, at) => answers[at]?.isError);
      return {
        items: answers.flatMap((answer) => answer.data ?? []),
        askedAt: Math.max(...answers.map((answer) => answer.dataUpdatedAt)),
        pending: answers.every((answer) => answer.isPending),
        missing: failed.map((service) => serviceNames[service]),
        error: answers.find((answer) => answer.isError)?.error,
        retry: () => {
          for (const answer of answers) if (answer.isError) void answer.refetch();
        },
      };
    },
  });
}

/** Asks anew whenever somebody goes to another page: what was done on the last one is done. */
export function useRenewedWork(page: string, enabled: boolean): Work {
  const queries = useQueryClient();
  useEffect(() => {
    if (enabled) void queries.invalidateQueries({ queryKey: key }, { cancelRefetch: false });
  }, [queries, page, enabled]);
  return useWork(enabled);
}
