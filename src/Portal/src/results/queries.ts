import { useQuery } from "@tanstack/react-query";
import { scoring } from "../api/clients";

export function useResults(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ["results", id],
    enabled,
    queryFn: async ({ signal }) =>
      (await scoring.GET("/api/scoring/cycles/{id}/results", { params: { path: { id } }, signal })).data!,
  });
}

export function useExplanation(id: string, subject: string) {
  return useQuery({
    queryKey: ["results", id, subject],
    queryFn: async ({ signal }) =>
      (
        await scoring.GET("/api/scoring/cycles/{id}/results/{subject}/explanation", {
          params: { path: { id, subject } },
          signal,
        })
      ).data!,
  });
}
