import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { gateway, scoring, survey } from "../api/clients";
import type { AccountChange, NewAccount, Township } from "../api/shapes";

const accountsKey = ["accounts"] as const;
const townshipsKey = ["townships"] as const;

const pageSize = 10;

export function useAccounts() {
  return useQuery({
    queryKey: [...accountsKey, "register"],
    queryFn: async ({ signal }) => (await gateway.GET("/api/accounts", { signal })).data!,
  });
}

export function useTownships(enabled: boolean) {
  return useQuery({
    queryKey: townshipsKey,
    enabled,
    queryFn: async ({ signal }) => (await gateway.GET("/api/townships", { signal })).data!,
  });
}

export function useEnterTownship() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (township: Township) => (await gateway.POST("/api/townships", { body: township })).data!,
    onSuccess: () => queries.invalidateQueries({ queryKey: townshipsKey }),
  });
}

/** What duties can be chosen from; the district reads nothing of a township's, and types them. */
export function useDepartmentNames(enabled: boolean) {
  return useQuery({
    queryKey: ["departments"],
    enabled,
    staleTime: 60_000,
    queryFn: async ({ signal }) => (await scoring.GET("/api/scoring/departments", { signal })).data!,
  });
}

export function useAllCampaigns(enabled: boolean) {
  return useQuery({
    queryKey: ["campaigns", "all"],
    enabled,
    queryFn: async ({ signal }) => (await survey.GET("/api/survey/campaigns", { signal })).data!,
  });
}

function useAccountMutation<Input, Answer>(mutationFn: (request: Input) => Promise<Answer>, secret = false) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    // Its log and keys too.
    onSuccess: () => queries.invalidateQueries({ queryKey: accountsKey }),
    // Links and keys are secrets: nothing keeps them once they are off the screen.
    ...(secret && { gcTime: 0 }),
  });
}

const of = (userName: string) => ({ params: { path: { userName } } });

export const useOpenAccount = () =>
  useAccountMutation(
    async (account: NewAccount) => (await gateway.POST("/api/accounts", { body: account })).data!,
    true,
  );

export const useChangeAccount = (userName: string) =>
  useAccountMutation(async (change: AccountChange) => {
    await gateway.PUT("/api/accounts/{userName}", { ...of(userName), body: change });
  });

export const useInviteAgain = (userName: string) =>
  useAccountMutation(
    async () => (await gateway.POST("/api/accounts/{userName}/invitation", of(userName))).data!,
    true,
  );

export type AccountStep = "disable" | "enable" | "remove-second-factor";

export const useAccountStep = (userName: string) =>
  useAccountMutation(async (step: AccountStep) => {
    switch (step) {
      case "disable":
        await gateway.POST("/api/accounts/{userName}/disable", of(userName));
        break;
      case "enable":
        await gateway.POST("/api/accounts/{userName}/enable", of(userName));
        break;
      case "remove-second-factor":
        await gateway.DELETE("/api/accounts/{userName}/second-factor", of(userName));
        break;
    }
  });

export function useSignIns(userName: string, page: number) {
  return useQuery({
    queryKey: [...accountsKey, userName, "sign-ins", page],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (
        await gateway.GET("/api/accounts/{userName}/sign-ins", {
          params: { path: { userName }, query: { Page: page, PageSize: pageSize } },
          signal,
        })
      ).data!,
  });
}

export function useAccountLog(userName: string, page: number) {
  return useQuery({
    queryKey: [...accountsKey, userName, "log", page],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (
        await gateway.GET("/api/accounts/{userName}/log", {
          params: { path: { userName }, query: { Page: page, PageSize: pageSize } },
          signal,
        })
      ).data!,
  });
}

export function useKeys(userName: string) {
  return useQuery({
    queryKey: [...accountsKey, userName, "keys"],
    queryFn: async ({ signal }) => (await gateway.GET("/api/accounts/{userName}/keys", { ...of(userName), signal })).data!,
  });
}

export const useIssueKey = (userName: string) =>
  useAccountMutation(
    async (days: number) =>
      (await gateway.POST("/api/accounts/{userName}/keys", { ...of(userName), body: { days } })).data!,
    true,
  );

export const useRevokeKey = (userName: string) =>
  useAccountMutation(async (id: string) => {
    await gateway.DELETE("/api/accounts/{userName}/keys/{id}", { params: { path: { userName, id } } });
  });
