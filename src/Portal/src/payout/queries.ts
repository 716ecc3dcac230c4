import { useQuery } from "@tanstack/react-query";
import { payout } from "../api/clients";
import { asProblem } from "../api/problem";

/** The cycle's sheet; null for the moment between publication and the sheet's making. */
export function useSheet(cycle: string, enabled: boolean) {
  return useQuery({
    queryKey: ["payout", cycle],
    enabled,
    queryFn: async ({ signal }) => {
      try {
        return (await payout.GET("/api/payout/sheets/{cycle}", { params: { path: { cycle } }, signal })).data!;
      } catch (error) {
        if (asProblem(error).status === 404) return null;
        throw error;
      }
    },
    refetchInterval: (query) => (query.state.data === null ? 2_000 : false),
  });
}
