import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask } from "../api/ask";
import type { CycleLine, CycleProgress, SchemeList } from "../api/shapes";

const key = ["cycles"] as const;

export function useCycles() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ask<CycleLine[]>("GET", "/api/scoring/cycles", { signal }),
  });
}

/** A cycle's progress; watched while people work on it. */
export function useCycleProgress(cycle: string) {
  return useQuery({
    queryKey: [...key, cycle],
    queryFn: ({ signal }) => ask<CycleProgress>("GET", `/api/scoring/cycles/${encodeURIComponent(cycle)}`, { signal }),
    refetchInterval: 5_000,
  });
}

export function useSchemes(enabled: boolean) {
  return useQuery({
    queryKey: ["schemes"],
    enabled,
    queryFn: ({ signal }) => ask<SchemeList>("GET", "/api/scoring/schemes", { signal }),
  });
}

export type CycleStep = "start-scoring" | "calculate" | "publish";

export function useCycleStep(cycle: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: CycleStep) =>
      ask<unknown>("POST", `/api/scoring/cycles/${encodeURIComponent(cycle)}/${step}`, { body: {} }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: key }),
        queries.invalidateQueries({ queryKey: ["results", cycle] }),
        queries.invalidateQueries({ queryKey: ["payout"] }),
      ]),
  });
}

export function useOpenCycle() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (wish: { scheme: string; year: number; fromCatalog: boolean }) => {
      if (wish.fromCatalog) {
        await ask<unknown>("POST", "/api/scoring/schemes", { body: { catalogId: wish.scheme } });
      }

      return ask<CycleLine>("POST", "/api/scoring/cycles", { body: { scheme: wish.scheme, year: wish.year } });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}
