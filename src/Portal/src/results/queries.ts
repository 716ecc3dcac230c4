import { useQuery } from "@tanstack/react-query";
import { ask } from "../api/ask";
import type { ExplanationNode, Results } from "../api/shapes";

export function useResults(cycle: string, enabled: boolean) {
  return useQuery({
    queryKey: ["results", cycle],
    enabled,
    queryFn: ({ signal }) => ask<Results>("GET", `/api/scoring/cycles/${encodeURIComponent(cycle)}/results`, { signal }),
  });
}

export function useExplanation(cycle: string, subject: string) {
  return useQuery({
    queryKey: ["results", cycle, subject],
    queryFn: ({ signal }) =>
      ask<ExplanationNode>(
        "GET",
        `/api/scoring/cycles/${encodeURIComponent(cycle)}/results/${encodeURIComponent(subject)}/explanation`,
        { signal },
      ),
  });
}
