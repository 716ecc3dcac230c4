import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { gateway } from "../api/clients";
import type { NewAccount, Township } from "../api/shapes";

const accountsKey = ["accounts"] as const;
const townshipsKey = ["townships"] as const;

export function useAccounts() {
  return useQuery({
    queryKey: accountsKey,
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

export function useOpenAccount() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (account: NewAccount) => (await gateway.POST("/api/accounts", { body: account })).data!,
    onSuccess: () => queries.invalidateQueries({ queryKey: accountsKey }),
  });
}

export function useInviteAgain() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (userName: string) =>
      (
        await gateway.POST("/api/accounts/{userName}/invitation", { params: { path: { userName } } })
      ).data!,
    onSuccess: () => queries.invalidateQueries({ queryKey: accountsKey }),
  });
}
