import { useQuery } from "@tanstack/react-query";
import { scoring } from "../api/clients";

/** 验签公钥: the same for everybody, signed in or not. */
export function useSigningKeys() {
  return useQuery({
    queryKey: ["signing-keys"],
    queryFn: async ({ signal }) => (await scoring.GET("/api/scoring/signing-keys", { signal })).data!,
  });
}
