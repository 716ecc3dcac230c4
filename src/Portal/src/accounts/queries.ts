import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask } from "../api/ask";
import { gateway, scoring, survey } from "../api/clients";
import type { AccountChange, AccountFilePreview, InvitationSlip, NewAccount, Township } from "../api/shapes";

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

/**
 * An account as it is when a change of it begins, with the tag of that version. It is not asked for again behind the
 * back of whoever changes it: then the change would be of a version that nobody has seen.
 */
export function useAccountVersion(userName: string) {
  return useQuery({
    queryKey: ["account-version", userName],
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: async ({ signal }) => {
      const { data, response } = await gateway.GET("/api/accounts/{userName}", { ...of(userName), signal });
      return { account: data!, tag: response.headers.get("ETag") ?? "" };
    },
  });
}

export const useChangeAccount = (userName: string) =>
  useAccountMutation(async ({ tag, ...change }: AccountChange & { tag: string }) => {
    await gateway.PUT("/api/accounts/{userName}", {
      params: { path: { userName }, header: { "If-Match": tag } },
      body: change,
    });
  });

/** 工作人员名册, to choose the own record of an account's person from. */
export function useStaffChoice(enabled: boolean) {
  return useQuery({
    queryKey: ["staff"],
    enabled,
    staleTime: 60_000,
    queryFn: async ({ signal }) => (await scoring.GET("/api/scoring/staff", { signal })).data!,
  });
}

/** 批量开户: what the file would open. */
export function useCheckFile() {
  return useMutation({
    mutationFn: (request: { file: File; township: string | undefined }) =>
      ask<AccountFilePreview>("POST", `/api/accounts/files/check${query({ township: request.township })}`, {
        body: formOf(request.file),
      }),
  });
}

export const useOpenFile = () =>
  useAccountMutation(
    (request: { file: File; township: string | undefined; digest: string }) =>
      ask<InvitationSlip[]>(
        "POST",
        `/api/accounts/files/open${query({ township: request.township, digest: request.digest })}`,
        { body: formOf(request.file) },
      ),
    true,
  );

function formOf(file: File): FormData {
  const form = new FormData();
  form.append("file", file);
  return form;
}

function query(values: Record<string, string | undefined>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) given.set(name, value);
  return given.size > 0 ? `?${given.toString()}` : "";
}

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
