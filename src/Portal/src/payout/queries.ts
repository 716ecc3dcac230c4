import { useQuery } from "@tanstack/react-query";
import { ask } from "../api/ask";
import type { PayoutSheet } from "../api/shapes";

export function useSheet(cycle: string, enabled: boolean) {
  return useQuery({
    queryKey: ["payout", cycle],
    enabled,
    queryFn: ({ signal }) => ask<PayoutSheet>("GET", `/api/payout/sheets/${encodeURIComponent(cycle)}`, { signal }),
  });
}
