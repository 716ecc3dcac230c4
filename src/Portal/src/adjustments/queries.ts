import { useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { scoring } from "../api/clients";
import { asProblem } from "../api/problem";
import type { AdjustmentAsked, ExplanationFact, Meeting } from "../api/shapes";
import { explanationQuery } from "../results/queries";
import { reportedFacts } from "./indicators";

const keyOf = (cycle: string) => ["adjustments", cycle] as const;

/** 不可抗力调整 of a cycle. */
export function useAdjustments(cycle: string) {
  return useQuery({
    queryKey: keyOf(cycle),
    queryFn: async ({ signal }) =>
      (await scoring.GET("/api/scoring/cycles/{id}/adjustments", { params: { path: { id: cycle } }, signal })).data!,
  });
}

/** What is done about adjustments. */
export type AdjustmentAct =
  | { kind: "propose"; asked: AdjustmentAsked }
  | { kind: "approve"; number: number; meeting: Meeting }
  | { kind: "refuse"; number: number; reason: string }
  | { kind: "withdraw"; number: number };

async function take(cycle: string, act: AdjustmentAct): Promise<void> {
  switch (act.kind) {
    case "propose":
      await scoring.POST("/api/scoring/cycles/{id}/adjustments", {
        params: { path: { id: cycle } },
        body: act.asked,
      });
      break;
    case "approve":
      await scoring.POST("/api/scoring/cycles/{id}/adjustments/{number}/approve", {
        params: { path: { id: cycle, number: act.number } },
        body: { confirm: true, meeting: act.meeting },
      });
      break;
    case "refuse":
      await scoring.POST("/api/scoring/cycles/{id}/adjustments/{number}/refuse", {
        params: { path: { id: cycle, number: act.number } },
        body: { reason: act.reason },
      });
      break;
    case "withdraw":
      await scoring.POST("/api/scoring/cycles/{id}/adjustments/{number}/withdraw", {
        params: { path: { id: cycle, number: act.number } },
      });
      break;
  }
}

/** Results are outdated by an approval; refused is also what somebody else has decided already, or a frozen cycle. */
export function useAdjustmentAct(cycle: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: AdjustmentAct) => take(cycle, act),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keyOf(cycle) }),
        queries.invalidateQueries({ queryKey: ["cycles"] }),
        queries.invalidateQueries({ queryKey: ["results", cycle] }),
      ]),
  });
}

/** By subject, the facts under its newest result; of those without a result none. */
export function useReportedFacts(cycle: string, subjects: readonly string[], enabled: boolean) {
  return useQueries({
    queries: subjects.map((subject) => ({ ...explanationQuery(cycle, subject), enabled, retry: false })),
    combine: (answers) => ({
      isLoading: answers.some((one) => one.isLoading),
      failure: answers.map((one) => one.error).find((error) => error !== null && asProblem(error).status !== 404),
      of: new Map<string, ExplanationFact[]>(
        subjects.map((subject, at) => {
          const tree = answers[at]?.data;
          return [subject, tree ? reportedFacts(tree, subject) : []];
        }),
      ),
    }),
  });
}
