import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { hotline } from "../api/clients";
import { asProblem } from "../api/problem";
import type { ExclusionRequest, TicketWithHistory } from "../api/shapes";
import type { TicketState } from "./states";

const key = ["hotline"] as const;

/** A ticket as it was shown, with the tag of that version. */
export type SeenTicket = TicketWithHistory & { tag: string };

export const pageSize = 50;

interface TicketFilter {
  state: TicketState | undefined;
  area: string | undefined;
  /** Those alone whose exclusion is proposed and not decided yet. */
  review: boolean;
  page: number;
}

export function useTickets(cycle: string, filter: TicketFilter | undefined) {
  return useQuery({
    queryKey: [...key, "tickets", cycle, filter],
    enabled: filter !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const { state, area, review, page } = filter!;
      const query = { cycle, page, pageSize, ...(state && { state }), ...(area && { area }), ...(review && { review }) };
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

/**
 * A ticket with its tag, which decisions name. It is not asked for again behind the back of whoever decides: then the
 * decision would be on a version that nobody has seen.
 */
export function useTicket(number: string) {
  return useQuery({
    queryKey: [...key, "ticket", number],
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: async ({ signal }) => {
      const { data, response } = await hotline.GET("/api/hotline/tickets/{number}", {
        params: { path: { number } },
        signal,
      });
      return { ...data!, tag: response.headers.get("ETag") ?? "" };
    },
  });
}

/** A ticket's area or exclusion moves it between the lists and changes the rates; so has what somebody else decided. */
function useAfterDecision() {
  const queries = useQueryClient();
  return (_: unknown, error: unknown) =>
    error === null || asProblem(error).status === 412 ? queries.invalidateQueries({ queryKey: key }) : undefined;
}

export function useAttribute(number: string) {
  const onSettled = useAfterDecision();
  return useMutation({
    mutationFn: async ({ area, seen }: { area: string; seen: string }) => {
      await hotline.POST("/api/hotline/tickets/{number}/attribution", {
        params: { path: { number }, header: { "If-Match": seen } },
        body: { area },
      });
    },
    onSettled,
  });
}

export function useReviewExclusion(number: string) {
  const onSettled = useAfterDecision();
  return useMutation({
    mutationFn: async ({ seen, ...body }: ExclusionRequest & { seen: string }) => {
      await hotline.POST("/api/hotline/tickets/{number}/exclusion", {
        params: { path: { number }, header: { "If-Match": seen } },
        body,
      });
    },
    onSettled,
  });
}
