import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { scoring } from "../api/clients";

/** What the own department has scored of an item in a period, by area. */
export function useScores(cycle: string, item: string, department: string, period: string | null) {
  return useQuery({
    queryKey: ["scores", cycle, item],
    queryFn: async ({ signal }) =>
      (
        await scoring.GET("/api/scoring/cycles/{id}/facts", {
          params: { path: { id: cycle }, query: { item } },
          signal,
        })
      ).data!,
    select: (entries) =>
      new Map(
        entries
          .filter((entry) => entry.current && entry.by === department && entry.period === period)
          .map((entry) => [entry.subject, { score: entry.value, reason: entry.reason, files: entry.files }]),
      ),
  });
}

interface ScoreRequest {
  area: string;
  item: string;
  department: string;
  period: string | null;
  score: number;
  reason: string | null;
  files: readonly string[];
}

export function useGiveScore(cycle: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (request: ScoreRequest) => {
      await scoring.POST("/api/scoring/cycles/{id}/scores", {
        params: { path: { id: cycle } },
        body: { ...request, files: [...request.files], count: null, eligible: null },
      });
    },
    onSuccess: (_, request) => changed(queries, cycle, request.item),
  });
}

type WithdrawalRequest = Omit<ScoreRequest, "score" | "reason" | "files"> & { reason: string };

export function useWithdrawScore(cycle: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (request: WithdrawalRequest) => {
      await scoring.POST("/api/scoring/cycles/{id}/scores/withdraw", { params: { path: { id: cycle } }, body: request });
    },
    onSuccess: (_, request) => changed(queries, cycle, request.item),
  });
}

const changed = (queries: QueryClient, cycle: string, item: string) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: ["scores", cycle, item] }),
    queries.invalidateQueries({ queryKey: ["cycles", cycle] }),
  ]);
