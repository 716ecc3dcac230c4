import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { scoring } from "../api/clients";
import type { DecisionAsked, Proposal } from "../api/shapes";

const keyOf = (cycle: string) => ["procedure", cycle] as const;
const at = (cycle: string) => ({ params: { path: { id: cycle } } });

/** Where the cycle stands. A publicity ends by itself, so it is looked at again. */
export function useProcedure(cycle: string) {
  return useQuery({
    queryKey: keyOf(cycle),
    queryFn: async ({ signal }) =>
      (await scoring.GET("/api/scoring/cycles/{id}/procedure", { ...at(cycle), signal })).data!,
    refetchInterval: 60_000,
  });
}

export function useStandings(cycle: string, enabled: boolean) {
  return useQuery({
    queryKey: [...keyOf(cycle), "standings"],
    enabled,
    queryFn: async ({ signal }) =>
      (await scoring.GET("/api/scoring/cycles/{id}/procedure/standings", { ...at(cycle), signal })).data!,
  });
}

export function useFreezePreview(cycle: string, enabled: boolean) {
  return useQuery({
    queryKey: [...keyOf(cycle), "freeze"],
    enabled,
    queryFn: async ({ signal }) =>
      (await scoring.GET("/api/scoring/cycles/{id}/procedure/freeze", { ...at(cycle), signal })).data!,
  });
}

/** What somebody does in the procedure. */
export type Act =
  | { kind: "freeze"; passed: Record<string, string> }
  | { kind: "propose"; proposals: Proposal[] }
  | { kind: "accept" }
  | { kind: "return"; area: string | null; reason: string }
  | { kind: "change"; proposals: Proposal[] }
  | { kind: "publicise"; first: string; contact: string; signedBy: string }
  | { kind: "withdraw"; reason: string }
  | { kind: "decide"; decision: Omit<DecisionAsked, "confirm"> }
  | { kind: "finalize" }
  | { kind: "take"; remarks: string | null; signedBy?: string | null };

async function take(cycle: string, act: Act): Promise<void> {
  const path = at(cycle);
  switch (act.kind) {
    case "freeze":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/freeze", {
        ...path,
        body: { confirm: true, passed: act.passed },
      });
      break;
    case "propose":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/proposals", {
        ...path,
        body: { confirm: true, proposals: act.proposals },
      });
      break;
    case "accept":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/proposals/accept", path);
      break;
    case "return":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/proposals/return", {
        ...path,
        body: { area: act.area, reason: act.reason },
      });
      break;
    case "change":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/proposals/change", {
        ...path,
        body: { confirm: true, proposals: act.proposals },
      });
      break;
    case "publicise":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/publicity", {
        ...path,
        body: { confirm: true, first: act.first, contact: act.contact, signedBy: act.signedBy },
      });
      break;
    case "withdraw":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/publicity/withdraw", {
        ...path,
        body: { reason: act.reason },
      });
      break;
    case "decide":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/decision", {
        ...path,
        body: { confirm: true, ...act.decision },
      });
      break;
    case "finalize":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/final", { ...path, body: { confirm: true } });
      break;
    case "take":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/step", {
        ...path,
        body: { remarks: act.remarks, signedBy: act.signedBy ?? null },
      });
      break;
  }
}

export function useAct(cycle: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: Act) => take(cycle, act),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keyOf(cycle) }),
        queries.invalidateQueries({ queryKey: ["cycles"] }),
        queries.invalidateQueries({ queryKey: ["results", cycle] }),
        queries.invalidateQueries({ queryKey: ["notices"] }),
        queries.invalidateQueries({ queryKey: ["payout", cycle] }),
      ]),
  });
}

/** What would follow from decisions. */
export function usePreview(cycle: string) {
  return useMutation({
    mutationFn: async (changes: Proposal[]) =>
      (
        await scoring.POST("/api/scoring/cycles/{id}/procedure/decision/preview", {
          ...at(cycle),
          body: { changes },
        })
      ).data!,
  });
}
