import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { gateway } from "../api/clients";
import type { PresentedFactor } from "../api/shapes";
import { meKey, useChangeSession } from "../session/session";

/** Which ways to sign in there are. */
export function useSignInOptions() {
  return useQuery({
    queryKey: ["sign-in-options"],
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }) => (await gateway.GET("/api/accounts/sign-in/options", { signal })).data!,
  });
}

/** Finishes a sign-in after the way to the outside provider and back. */
export function useProviderSignIn() {
  const changeSession = useChangeSession();
  return useMutation({
    gcTime: 0,
    mutationFn: async (shown: PresentedFactor) =>
      (await gateway.POST("/api/accounts/sign-in/provider", { body: shown })).data!,
    onSuccess: changeSession,
  });
}

/** Links whoever came back from the outside provider with the own account. */
export function useLinkProvider() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await gateway.POST("/api/accounts/me/provider/link");
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: meKey }),
  });
}

export function useUnlinkProvider() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await gateway.DELETE("/api/accounts/me/provider/link");
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: meKey }),
  });
}
