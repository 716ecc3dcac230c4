import { useMutation, useQuery } from "@tanstack/react-query";
import { gateway } from "../api/clients";
import { useChangeSession } from "../session/session";

export function useInvitation(token: string) {
  return useQuery({
    queryKey: ["invitation", token],
    // The link is a secret, and used once.
    gcTime: 0,
    staleTime: Infinity,
    queryFn: async ({ signal }) =>
      (await gateway.GET("/api/accounts/invitations/{token}", { params: { path: { token } }, signal })).data!,
  });
}

export function useAcceptInvitation(token: string) {
  return useMutation({
    gcTime: 0,
    mutationFn: async (password: string) => {
      await gateway.POST("/api/accounts/invitations/{token}/accept", {
        params: { path: { token } },
        body: { password },
      });
    },
  });
}

/** Straight on with the password that was just set. */
export function useSignInAfterwards() {
  const changeSession = useChangeSession();
  return useMutation({
    gcTime: 0,
    mutationFn: async (credentials: { userName: string; password: string; code?: string | null; recoveryCode?: string | null }) =>
      (await gateway.POST("/api/accounts/sign-in", { body: credentials })).data!,
    onSuccess: changeSession,
  });
}
