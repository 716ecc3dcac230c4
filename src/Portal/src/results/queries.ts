import { queryOptions, useQuery } from "@tanstack/react-query";
import { scoring } from "../api/clients";

export function useResults(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ["results", id],
    enabled,
    queryFn: async ({ signal }) =>
      (await scoring.GET("/api/scoring/cycles/{id}/results", { params: { path: { id } }, signal })).data!,
  });
}

/** 结果的各个版本, from the pinned one on. */
export function useVersions(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ["results", id, "versions"],
    enabled,
    queryFn: async ({ signal }) =>
      (await scoring.GET("/api/scoring/cycles/{id}/procedure/versions", { params: { path: { id } }, signal })).data!,
  });
}

export function useVersion(id: string, number: number) {
  return useQuery({
    queryKey: ["results", id, "versions", number],
    queryFn: async ({ signal }) =>
      (
        await scoring.GET("/api/scoring/cycles/{id}/procedure/versions/{number}", {
          params: { path: { id, number } },
          signal,
        })
      ).data!,
  });
}

/** Who moved from the result before to this one. */
export function useMoves(id: string, number: number) {
  return useQuery({
    queryKey: ["results", id, "versions", number, "moves"],
    queryFn: async ({ signal }) =>
      (
        await scoring.GET("/api/scoring/cycles/{id}/procedure/versions/{number}/moves", {
          params: { path: { id, number } },
          signal,
        })
      ).data!,
  });
}

export const explanationQuery = (id: string, subject: string) =>
  queryOptions({
    queryKey: ["results", id, subject],
    queryFn: async ({ signal }) =>
      (
        await scoring.GET("/api/scoring/cycles/{id}/results/{subject}/explanation", {
          params: { path: { id, subject } },
          signal,
        })
      ).data!,
  });

export const useExplanation = (id: string, subject: string) => useQuery(explanationQuery(id, subject));
