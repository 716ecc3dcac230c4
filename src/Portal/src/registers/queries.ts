import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { scoring } from "../api/clients";
import type { RegisterRow } from "../api/shapes";
import type { RowState } from "./words";

const key = ["registers"] as const;

export const pageSize = 50;

/** The cycle whose registers are shown; without one, the township's current ones. */
export type Scope = string | undefined;

export interface RowFilter {
  q: string | undefined;
  state: RowState | undefined;
  area: string | undefined;
  page: number;
}

/** A change's day and reason, and whether it concerns the years to come as well. */
export interface ChangeNote {
  date: string | null;
  reason: string | null;
  alsoCurrent: boolean;
}

const of = (scope: Scope) => (scope ? { cycle: scope } : {});

export function useRegisters(scope: Scope) {
  return useQuery({
    queryKey: [...key, scope, "kinds"],
    queryFn: async ({ signal }) =>
      (await scoring.GET("/api/scoring/registers", { params: { query: of(scope) }, signal })).data!,
  });
}

export function useRows(scope: Scope, register: string, filter: RowFilter) {
  return useQuery({
    queryKey: [...key, scope, register, filter],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const { q, state, area, page } = filter;
      const query = { ...of(scope), Page: page, Size: pageSize, ...(q && { Q: q }), ...(state && { State: state }), ...(area && { Area: area }) };
      return (
        await scoring.GET("/api/scoring/registers/{register}", { params: { path: { register }, query }, signal })
      ).data!;
    },
  });
}

/** What columns that refer to areas or people can be chosen from, by id. */
export function useReferences(scope: Scope) {
  const areas = useQuery({
    queryKey: ["areas", scope],
    staleTime: 60_000,
    queryFn: async ({ signal }) => (await scoring.GET("/api/scoring/areas", { params: { query: of(scope) }, signal })).data!,
    select: (list) => new Map(list.map((area) => [area.id, area.name])),
  });
  const staff = useQuery({
    queryKey: ["staff", scope],
    staleTime: 60_000,
    queryFn: async ({ signal }) => (await scoring.GET("/api/scoring/staff", { params: { query: of(scope) }, signal })).data!,
    select: (list) => new Map(list.map((person) => [person.id, person.name])),
  });
  return { areas: areas.data, staff: staff.data };
}

export function useHistory(register: string, row: string) {
  return useQuery({
    queryKey: [...key, "history", row],
    queryFn: async ({ signal }) =>
      (
        await scoring.GET("/api/scoring/registers/{register}/{row}/history", {
          params: { path: { register, row } },
          signal,
        })
      ).data!,
  });
}

const named = (row: RegisterRow) => ({ "If-Match": `"${row.version}"` });

export function useSaveRow(scope: Scope, register: string) {
  const changed = useChanged();
  return useMutation({
    mutationFn: async (asked: { row: RegisterRow | undefined; values: Record<string, string> } & ChangeNote) => {
      const { row, ...body } = asked;
      const { data } = row
        ? await scoring.PUT("/api/scoring/registers/{register}/{row}", {
            params: { path: { register, row: row.id }, header: named(row) },
            body,
          })
        : await scoring.POST("/api/scoring/registers/{register}", {
            params: { path: { register }, query: of(scope) },
            body,
          });
      return data!;
    },
    onSuccess: changed,
  });
}

export type Turn = "end" | "withdraw" | "reinstate";

export function useTurnRow(register: string) {
  const changed = useChanged();
  return useMutation({
    mutationFn: async ({ row, turn, ...body }: { row: RegisterRow; turn: Turn } & ChangeNote) => {
      const call = { params: { path: { register, row: row.id }, header: named(row) }, body };
      switch (turn) {
        case "end":
          return (await scoring.POST("/api/scoring/registers/{register}/{row}/end", call)).data!;
        case "withdraw":
          return (await scoring.POST("/api/scoring/registers/{register}/{row}/withdraw", call)).data!;
        case "reinstate":
          return (await scoring.POST("/api/scoring/registers/{register}/{row}/reinstate", call)).data!;
      }
    },
    onSuccess: changed,
  });
}

const differencesOf = (cycle: string | undefined) => ({
  queryKey: [...key, cycle, "differences"],
  enabled: cycle !== undefined,
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const { data, response } = await scoring.GET("/api/scoring/cycles/{id}/register-differences", {
      params: { path: { id: cycle! } },
      signal,
    });
    return { list: data!, tag: response.headers.get("ETag") ?? "" };
  },
});

/** How many rows the township's registers have otherwise. */
export function useDifferenceCount(cycle: string | undefined) {
  return useQuery({ ...differencesOf(cycle), select: ({ list }) => list.length });
}

/**
 * What the township's registers say otherwise, with the tag of what is shown. It is not asked for again behind the back
 * of whoever takes it over: then rows would be taken over that nobody has seen.
 */
export function useShownDifferences(cycle: string | undefined) {
  const differences = differencesOf(cycle);
  return useQuery({
    ...differences,
    queryKey: [...differences.queryKey, "shown"],
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export function useTakeOver(cycle: string) {
  const changed = useChanged();
  return useMutation({
    mutationFn: async ({ seen, ...body }: { rows: string[]; date: string; reason: string; seen: string }) =>
      (
        await scoring.POST("/api/scoring/cycles/{id}/register-differences/take-over", {
          params: { path: { id: cycle }, header: { "If-Match": seen } },
          body,
        })
      ).data!,
    onSuccess: changed,
  });
}

function useChanged() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: key }),
      queries.invalidateQueries({ queryKey: ["areas"] }),
      queries.invalidateQueries({ queryKey: ["staff"] }),
      queries.invalidateQueries({ queryKey: ["cycles"] }),
    ]);
}
