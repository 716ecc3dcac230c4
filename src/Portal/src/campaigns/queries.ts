import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { survey } from "../api/clients";
import type { LinksRequest } from "../api/shapes";

const key = ["campaigns"] as const;

export function useCampaigns(cycle: string) {
  return useQuery({
    queryKey: [...key, cycle],
    queryFn: async ({ signal }) =>
      (await survey.GET("/api/survey/campaigns", { params: { query: { cycle } }, signal })).data!,
  });
}

/** Who has been reached; looked at again while answers come in. */
export function useCoverage(campaign: string, open: boolean) {
  return useQuery({
    queryKey: [...key, "coverage", campaign],
    queryFn: async ({ signal }) =>
      (await survey.GET("/api/survey/campaigns/{id}/coverage", { params: { path: { id: campaign } }, signal })).data!,
    refetchInterval: open ? 30_000 : false,
  });
}

export function useIssueLinks(campaign: string) {
  return useMutation({
    mutationFn: async (request: LinksRequest) =>
      (await survey.POST("/api/survey/campaigns/{id}/links", { params: { path: { id: campaign } }, body: request })).data!,
    // The links are secrets: nothing keeps them once the dialog is gone.
    gcTime: 0,
  });
}

export function useCloseCampaign(campaign: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await survey.POST("/api/survey/campaigns/{id}/close", {
        params: { path: { id: campaign } },
        body: { confirm: true },
      });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}
