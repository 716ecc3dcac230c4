import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { gateway } from "../api/clients";

const sessionsKey = ["own-sessions"] as const;

const pageSize = 10;

export function useOwnSessions() {
  return useQuery({
    queryKey: sessionsKey,
    queryFn: async ({ signal }) => (await gateway.GET("/api/accounts/me/sessions", { signal })).data!,
  });
}

export function useEndSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      await gateway.DELETE("/api/accounts/me/sessions/{id}", { params: { path: { id } } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsKey }),
  });
}

export function useEndOtherSessions() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await gateway.DELETE("/api/accounts/me/sessions");
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionsKey }),
  });
}

export function useOwnSignIns(page: number) {
  return useQuery({
    queryKey: ["own-sign-ins", page],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (
        await gateway.GET("/api/accounts/me/sign-ins", {
          params: { query: { Page: page, PageSize: pageSize } },
          signal,
        })
      ).data!,
  });
}

export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: async (request: { current: string; next: string }) => {
      await gateway.POST("/api/accounts/password", { body: request });
    },
    // The other sessions have ended with it.
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionsKey }),
  });
}
