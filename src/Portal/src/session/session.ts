import { useQuery, useQueryClient } from "@tanstack/react-query";
import { gateway } from "../api/clients";
import type { Me } from "../api/shapes";
import { asProblem } from "../api/problem";

export const meKey = ["me"] as const;

/** Who is signed in; null when nobody is. */
export function useSession() {
  return useQuery({
    queryKey: meKey,
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }): Promise<Me | null> => {
      try {
        const { data } = await gateway.GET("/api/accounts/me", { signal });
        return data ?? null;
      } catch (error) {
        if (asProblem(error).meansSignedOut) return null;
        throw error;
      }
    },
  });
}

/** The signed-in person, within pages that are shown only to one. */
export function useMe(): Me {
  const client = useQueryClient();
  const me = client.getQueryData<Me | null>(meKey);
  if (!me) throw new Error("This page is shown only to somebody who is signed in.");
  return me;
}
