import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { scoring } from "../api/clients";
import type { ChangeAsked, DecisionAsked, Proposal } from "../api/shapes";

const keyOf = (cycle: string) => ["procedure", cycle] as const;
const at = (cycle: string) => ({ params: { path: { id: cycle } } });

/** Where the cycle stands. A publicity ends by itself, so it is looked at again. */
export function useProcedure(cycle: string, enabled = true) {
  return useQuery({
    queryKey: keyOf(cycle),
    enabled,
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
  | { kind: "elapse" }
  | { kind: "decide"; decision: Omit<DecisionAsked, "confirm"> }
  | { kind: "finalize" }
  | { kind: "take"; remarks: string | null; signedBy?: string | null }
  | { kind: "openCorrection"; reason: string }
  | { kind: "makeCorrection"; reason: string; change: ChangeAsked }
  | { kind: "abandonCorrection"; reason: string };

async function take(cycle: string, act: Act): Promise<void> {
  const path = at(cycle);
  switch (act.kind) {
    case "freeze":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/freeze", {
        ...path,
        body: { confirm: true, passed: act.passed },
      });
      break;
    case "elapse":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/publicity/elapse", { ...path, body: { confirm: true } });
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
    case "openCorrection":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/correction", {
        ...path,
        body: { confirm: true, reason: act.reason },
      });
      break;
    case "makeCorrection":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/correction/make", {
        ...path,
        body: { confirm: true, reason: act.reason, change: act.change },
      });
      break;
    case "abandonCorrection":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/correction/abandon", {
        ...path,
        body: { reason: act.reason },
      });
      break;
  }
}

export function useAct(cycle: string) {
  const onSettled = useActed(cycle);
  return useMutation({ mutationFn: (act: Act) => take(cycle, act), onSettled });
}

/** Whatever was done, the cycle may stand elsewhere. */
export function useActed(cycle: string) {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: keyOf(cycle) }),
      queries.invalidateQueries({ queryKey: ["cycles"] }),
      queries.invalidateQueries({ queryKey: ["results", cycle] }),
      queries.invalidateQueries({ queryKey: ["notices"] }),
      queries.invalidateQueries({ queryKey: ["payout", cycle] }),
    ]);
}

/** What registers and ledgers say other than the pinned facts. */
export function useDifferences(cycle: string, enabled: boolean) {
  return useQuery({
    queryKey: [...keyOf(cycle), "differences"],
    enabled,
    queryFn: async ({ signal }) =>
      (await scoring.GET("/api/scoring/cycles/{id}/procedure/differences", { ...at(cycle), signal })).data!,
  });
}

/** What would follow from a change of what is pinned. */
export function usePreviewOfChange(cycle: string) {
  return useMutation({
    mutationFn: async (change: ChangeAsked) =>
      (
        await scoring.POST("/api/scoring/cycles/{id}/procedure/differences/preview", {
          ...at(cycle),
          body: change,
        })
      ).data!,
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
