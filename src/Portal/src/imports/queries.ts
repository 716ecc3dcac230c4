import { useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask } from "../api/ask";
import type { ImportReport } from "../api/shapes";
import type { ImportKind } from "./kinds";
import { isUnderWay } from "./report";

export type ServiceImport = ImportReport & { service: string };

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
      pending: answers.some((answer) => answer.isPending),
      error: answers.find((answer) => answer.isError)?.error ?? null,
      retry: () => void Promise.all(answers.map((answer) => answer.refetch())),
      reports: answers
        .flatMap((answer) => answer.data ?? [])
        .sort((a, b) => b.uploadedAt.localeCompare(a.uploadedAt)),
    }),
  });
}

/** One import, asked for until it has ended. */
export function useImport(service: string, id: string) {
  return useQuery({
    queryKey: ["import", service, id],
    queryFn: ({ signal }) => ask<ImportReport>("GET", `/api/${service}/imports/${id}`, { signal }),
    refetchInterval: (query) => (query.state.data && !isUnderWay(query.state.data) ? false : 700),
  });
}

export function useUpload() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (wish: { kind: ImportKind; cycle: string | undefined; file: File }): Promise<ServiceImport> => {
      const form = new FormData();
      form.append("file", wish.file);
      const cycle = wish.kind.ofCycle && wish.cycle ? `?cycle=${encodeURIComponent(wish.cycle)}` : "";
      const report = await ask<ImportReport>("POST", `/api/${wish.kind.service}/imports/${wish.kind.kind}${cycle}`, {
        body: form,
      });
      return { ...report, service: wish.kind.service };
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
