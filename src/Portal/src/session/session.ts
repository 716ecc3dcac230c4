import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { gateway } from "../api/clients";
import { asProblem } from "../api/problem";
import type { Me } from "../api/shapes";

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

/** Begins or ends a session. Nothing of whoever was signed in before may be seen by the next. */
export function useChangeSession() {
  const queries = useQueryClient();
  return (me: Me | null) => {
    // The page leaves first, on the news of the session; then what it showed is forgotten.
    queries.setQueryData(meKey, me);
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== meKey[0] });
  };
}

export const SignedIn = createContext<Me | null>(null);

/** The signed-in person, within pages that are shown only to one. */
export function useMe(): Me {
  const me = useContext(SignedIn);
  if (!me) throw new Error("This page is shown only to somebody who is signed in.");
  return me;
}
