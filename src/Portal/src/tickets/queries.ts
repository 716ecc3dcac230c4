import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { hotline } from "../api/clients";
import type { ExclusionRequest } from "../api/shapes";
import type { TicketState } from "./states";

const key = ["hotline"] as const;

export const pageSize = 50;

interface TicketFilter {
  state: TicketState | undefined;
  area: string | undefined;
  page: number;
}

export function useTickets(cycle: string, filter: TicketFilter | undefined) {
  return useQuery({
    queryKey: [...key, "tickets", cycle, filter],
    enabled: filter !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const { state, area, page } = filter!;
      const query = { cycle, page, pageSize, ...(state && { state }), ...(area && { area }) };
      return (await hotline.GET("/api/hotline/tickets", { params: { query }, signal })).data!;
    },
  });
}

export function useRates(cycle: string) {
  return useQuery({
    queryKey: [...key, "rates", cycle],
    queryFn: async ({ signal }) =>
      (await hotline.GET("/api/hotline/rates", { params: { query: { cycle } }, signal })).data!,
  });
}

export function useTicket(number: string) {
  return useQuery({
    queryKey: [...key, "ticket", number],
    queryFn: async ({ signal }) =>
      (await hotline.GET("/api/hotline/tickets/{number}", { params: { path: { number } }, signal })).data!,
  });
}

/** A ticket's area or exclusion moves it between the lists and changes the rates. */
function useAfterDecision() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: key });
}

export function useAttribute(number: string) {
  const onSuccess = useAfterDecision();
  return useMutation({
    mutationFn: async (area: string) => {
      await hotline.POST("/api/hotline/tickets/{number}/attribution", {
        params: { path: { number } },
        body: { area },
      });
    },
    onSuccess,
  });
}

export function useReviewExclusion(number: string) {
  const onSuccess = useAfterDecision();
  return useMutation({
    mutationFn: async (request: ExclusionRequest) => {
      await hotline.POST("/api/hotline/tickets/{number}/exclusion", { params: { path: { number } }, body: request });
    },
    onSuccess,
  });
}
