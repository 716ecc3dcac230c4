import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { scoring } from "../api/clients";
import { asProblem } from "../api/problem";
import { type Cell, cellOf } from "./sheet";

/** What the own department has scored of an item in a period, by area: the newest entry of each in the ledger. */
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
    select: (entries) => {
      const cells = new Map<string, Cell>();
      // The newest entries come first.
      for (const entry of entries) {
        if (entry.by === department && entry.period === period && !cells.has(entry.subject)) {
          cells.set(entry.subject, cellOf(entry));
        }
      }
      return cells;
    },
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
  /** The ledger's entry that it was made from; 0 where there was none. */
  seen: number;
}

const named = (seen: number) => ({ "If-Match": `"${seen}"` });

/** The id of the entry that an answer is about. */
const idOf = (response: Response): number => Number(response.headers.get("ETag")?.replaceAll('"', ""));

/** Answers with the id of the ledger's entry that holds now. */
export function useGiveScore(cycle: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ seen, ...request }: ScoreRequest) => {
      const { response } = await scoring.POST("/api/scoring/cycles/{id}/scores", {
        params: { path: { id: cycle }, header: named(seen) },
        body: { ...request, files: [...request.files], count: null, eligible: null },
      });
      return idOf(response);
    },
    onSettled: (_, error, request) => settled(queries, cycle, request.item, error),
  });
}

type WithdrawalRequest = Omit<ScoreRequest, "score" | "reason" | "files"> & { reason: string };

/** Answers with the id of the ledger's entry that says so. */
export function useWithdrawScore(cycle: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ seen, ...request }: WithdrawalRequest) => {
      const { response } = await scoring.POST("/api/scoring/cycles/{id}/scores/withdraw", {
        params: { path: { id: cycle }, header: named(seen) },
        body: request,
      });
      return idOf(response);
    },
    onSettled: (_, error, request) => settled(queries, cycle, request.item, error),
  });
}

/** Not awaited: the row first learns that the new entry is its own. */
function settled(queries: QueryClient, cycle: string, item: string, error: unknown): void {
  if (error !== null && asProblem(error).status !== 412) return;
  void queries.invalidateQueries({ queryKey: ["scores", cycle, item] });
  void queries.invalidateQueries({ queryKey: ["cycles", cycle] });
}
