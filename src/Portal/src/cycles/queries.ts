import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { scoring } from "../api/clients";

const key = ["cycles"] as const;

export function useCycles(enabled = true) {
  return useQuery({
    queryKey: key,
    enabled,
    queryFn: async ({ signal }) => (await scoring.GET("/api/scoring/cycles", { signal })).data!,
  });
}

/** 已归档. */
export function useArchivedCycles(enabled: boolean) {
  return useQuery({
    queryKey: [...key, "archived"],
    enabled,
    queryFn: async ({ signal }) =>
      (await scoring.GET("/api/scoring/cycles", { params: { query: { archived: true } }, signal })).data!,
  });
}

/** The cycles that go on, with those that are archived where the named one is not among the former. */
export function useCyclesWith(named: string | undefined) {
  const going = useCycles();
  const isElsewhere = named !== undefined && going.isSuccess && !going.data.some((cycle) => cycle.id === named);
  const archived = useArchivedCycles(isElsewhere);
  if (!isElsewhere) return going;
  return archived.isSuccess ? { ...archived, data: [...going.data, ...archived.data] } : archived;
}

/** A cycle's progress; watched while people work on it, closely while it is being calculated. */
export function useCycleProgress(id: string, enabled = true) {
  return useQuery({
    queryKey: [...key, id],
    enabled,
    queryFn: async ({ signal }) =>
      (await scoring.GET("/api/scoring/cycles/{id}", { params: { path: { id } }, signal })).data!,
    refetchInterval: (query) => (query.state.data?.calculation.status === "waiting" ? 1_500 : 8_000),
  });
}

/** Names of areas by id. */
export function useAreaNames(enabled = true) {
  return useQuery({
    queryKey: ["areas"],
    enabled,
    staleTime: 60_000,
    queryFn: async ({ signal }) => (await scoring.GET("/api/scoring/areas", { signal })).data!,
    select: (areas) => new Map(areas.map((area) => [area.id, area.name])),
  });
}

const staffQuery = queryOptions({
  queryKey: ["staff"],
  staleTime: 60_000,
  queryFn: async ({ signal }) => (await scoring.GET("/api/scoring/staff", { signal })).data!,
});

/** Staff, for those who may see the list. */
export const useStaff = (enabled: boolean) => useQuery({ ...staffQuery, enabled });

/** Names of staff by id, for those who may see the list. */
export function useStaffNames(enabled: boolean) {
  return useQuery({
    ...staffQuery,
    enabled,
    select: (staff) => new Map(staff.map((person) => [person.id, person.name])),
  });
}

export function useSchemes(enabled: boolean) {
  return useQuery({
    queryKey: ["schemes"],
    enabled,
    queryFn: async ({ signal }) => (await scoring.GET("/api/scoring/schemes", { signal })).data!,
  });
}

export type CycleStep = "start-scoring" | "calculate";

async function take(step: CycleStep, id: string): Promise<void> {
  const params = { path: { id } };
  switch (step) {
    case "start-scoring":
      await scoring.POST("/api/scoring/cycles/{id}/start-scoring", { params });
      break;
    case "calculate":
      await scoring.POST("/api/scoring/cycles/{id}/calculate", { params });
      break;
  }
}

export function useCycleStep(cycle: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: CycleStep) => take(step, cycle),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: key }),
        queries.invalidateQueries({ queryKey: ["results", cycle] }),
        queries.invalidateQueries({ queryKey: ["payout", cycle] }),
      ]),
  });
}

export function useOpenCycle() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (request: { scheme: string; year: number; rehearsal: boolean; fromCatalog: boolean }) => {
      if (request.fromCatalog) {
        await scoring.POST("/api/scoring/schemes", {
          body: { catalogId: request.scheme, yaml: null, questionnaires: null },
        });
      }

      const { data } = await scoring.POST("/api/scoring/cycles", {
        body: { scheme: request.scheme, year: request.year, version: null, rehearsal: request.rehearsal },
      });
      return data!;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}
