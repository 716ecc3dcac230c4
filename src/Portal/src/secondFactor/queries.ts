import { useMutation, useQueryClient } from "@tanstack/react-query";
import { gateway } from "../api/clients";
import type { PresentedFactor } from "../api/shapes";
import { meKey } from "../session/session";

// Keys and codes are secrets: nothing keeps them once the page is gone.
const forgotten = { gcTime: 0 } as const;

/** Each call makes another key; the one before is worth nothing. */
export function useBeginEnrolment() {
  return useMutation({
    ...forgotten,
    mutationFn: async () => (await gateway.POST("/api/accounts/me/second-factor")).data!,
  });
}

export function useConfirmEnrolment() {
  return useMutation({
    ...forgotten,
    mutationFn: async (shown: PresentedFactor) =>
      (await gateway.POST("/api/accounts/me/second-factor/confirm", { body: shown })).data!.codes,
  });
}

/** For what is not done by whoever finds a session open; holds for five minutes. */
export async function showSecondFactor(shown: PresentedFactor): Promise<void> {
  await gateway.POST("/api/accounts/me/second-factor/show", { body: shown });
}

export function useNewRecoveryCodes() {
  return useMutation({
    ...forgotten,
    mutationFn: async (shown: PresentedFactor) =>
      (await gateway.POST("/api/accounts/me/second-factor/recovery-codes", { body: shown })).data!.codes,
  });
}

export function useRemoveSecondFactor() {
  const queries = useQueryClient();
  return useMutation({
    ...forgotten,
    mutationFn: async (shown: PresentedFactor) => {
      await gateway.POST("/api/accounts/me/second-factor/remove", { body: shown });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: meKey }),
  });
}
