import { useMutation, useQueries, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { ask } from "../api/ask";
import type { ImportKind, ImportPreview, ImportReport } from "../api/shapes";
import type { ServiceKind } from "./kinds";
import { isUnderWay } from "./report";

export type ServiceImport = ImportReport & { service: string };

/** What the services take in. It changes only with a new version of theirs. */
export function useImportKinds(services: readonly string[]) {
  return useQueries({
    queries: services.map((service) => ({
      queryKey: ["import-kinds", service],
      staleTime: Infinity,
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await ask<ImportKind[]>("GET", `/api/${service}/imports/kinds`, { signal })).map(
          (kind): ServiceKind => ({ ...kind, service }),
        ),
    })),
    combine: (answers) => ({
      ...togetherOf(answers),
      kinds: answers.flatMap((answer) => answer.data ?? []),
    }),
  });
}

/** Earlier imports of all services that the account may see, newest first. */
export function useImports(services: readonly string[]) {
  return useQueries({
    queries: services.map((service) => ({
      queryKey: ["imports", service],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await ask<ImportReport[]>("GET", `/api/${service}/imports`, { signal })).map(
          (report): ServiceImport => ({ ...report, service }),
        ),
      refetchInterval: (query: { state: { data?: ServiceImport[] } }) =>
        query.state.data?.some(isUnderWay) ? 2_000 : false,
    })),
    combine: (answers) => ({
      ...togetherOf(answers),
      reports: answers
        .flatMap((answer) => answer.data ?? [])
        .sort((a, b) => b.uploadedAt.localeCompare(a.uploadedAt)),
    }),
  });
}

/** Several services' answers as one: there when all are, and in trouble when one is. */
const togetherOf = (answers: readonly UseQueryResult<unknown>[]) => ({
  pending: answers.some((answer) => answer.isPending),
  error: answers.find((answer) => answer.isError)?.error ?? null,
  retry: () => void Promise.all(answers.filter((answer) => answer.isError).map((answer) => answer.refetch())),
});

/** One import, asked for until it has ended. */
export function useImport(service: string, id: string) {
  return useQuery({
    queryKey: ["import", service, id],
    queryFn: ({ signal }) => ask<ImportReport>("GET", `/api/${service}/imports/${id}`, { signal }),
    refetchInterval: (query) => (query.state.data && !isUnderWay(query.state.data) ? false : 700),
  });
}

/** A file that somebody has chosen, what it is to be, and why it is brought where the kind asks; empty without a reason. */
export type ChosenFile = { kind: ServiceKind; cycle: string | undefined; file: File; reason: string };

/** Where the kind is asked for its template, for a preview or to take a file in. */
export const importAddress = (chosen: Pick<ChosenFile, "kind" | "cycle">, what: "" | "/template" | "/preview"): string => {
  const cycle = chosen.kind.forCycle && chosen.cycle ? `?cycle=${encodeURIComponent(chosen.cycle)}` : "";
  return `/api/${chosen.kind.service}/imports/${chosen.kind.kind}${what}${cycle}`;
};

const formOf = ({ file, reason }: ChosenFile): FormData => {
  const form = new FormData();
  form.append("file", file);
  if (reason.trim()) form.append("reason", reason.trim());
  return form;
};

/** How the file would be imported. Asked each time, since what is there changes. */
export function usePreview() {
  return useMutation({
    mutationFn: (chosen: ChosenFile) =>
      ask<ImportPreview>("POST", importAddress(chosen, "/preview"), { body: formOf(chosen) }),
  });
}

export function useUndo(service: string, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => ask<ImportReport>("POST", `/api/${service}/imports/${id}/undo`, { body: { reason } }),
    // The registers, the cycles and their progress are what they were before.
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function useUpload() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (chosen: ChosenFile): Promise<ServiceImport> => {
      const report = await ask<ImportReport>("POST", importAddress(chosen, ""), { body: formOf(chosen) });
      return { ...report, service: chosen.kind.service };
    },
    onSuccess: (report) => {
      queries.setQueryData(["import", report.service, report.id], report);
      return Promise.all([
        queries.invalidateQueries({ queryKey: ["imports", report.service] }),
        queries.invalidateQueries({ queryKey: ["cycles"] }),
      ]);
    },
  });
}
