import { useQuery } from "@tanstack/react-query";
import { scoring } from "../api/clients";

/** What is publicised or announced today. It begins and ends by itself, so it is looked at again. */
export function useNotices() {
  return useQuery({
    queryKey: ["notices"],
    queryFn: async ({ signal }) => (await scoring.GET("/api/scoring/notices", { signal })).data!,
    refetchInterval: 60_000,
  });
}

export function useNotice(id: string) {
  return useQuery({
    queryKey: ["notices", id],
    queryFn: async ({ signal }) =>
      (await scoring.GET("/api/scoring/notices/{id}", { params: { path: { id } }, signal })).data!,
  });
}
