import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { scoring } from "../api/clients";
import type { EventApproval, EventCheck, EventCorrection, NewEvent, NewRisk } from "../api/shapes";

const keyOf = (cycle: string) => ["events", cycle] as const;

/** 加减分事项 that the signed-in person sees. */
export function useEvents(cycle: string, enabled = true) {
  return useQuery({
    queryKey: keyOf(cycle),
    enabled,
    queryFn: async ({ signal }) =>
      (await scoring.GET("/api/scoring/cycles/{id}/events", { params: { path: { id: cycle } }, signal })).data!,
  });
}

/** What the scheme and the registers offer the form. */
export function useEventForm(cycle: string) {
  return useQuery({
    queryKey: [...keyOf(cycle), "form"],
    queryFn: async ({ signal }) =>
      (await scoring.GET("/api/scoring/cycles/{id}/events/form", { params: { path: { id: cycle } }, signal })).data!,
  });
}

/** What is done about events. */
export type EventAction =
  | { kind: "apply"; asked: NewEvent }
  | { kind: "correct"; number: string; version: number; asked: EventCorrection }
  | { kind: "check"; events: EventCheck[] }
  | { kind: "approve"; events: EventApproval[] }
  | { kind: "refuse"; number: string; version: number; reason: string }
  | { kind: "withdraw"; number: string; version: number; reason: string };

async function take(cycle: string, act: EventAction): Promise<void> {
  const path = { id: cycle };
  switch (act.kind) {
    case "apply":
      await scoring.POST("/api/scoring/cycles/{id}/events", { params: { path }, body: act.asked });
      break;
    case "correct":
      await scoring.PUT("/api/scoring/cycles/{id}/events/{number}", {
        params: { path: { ...path, number: act.number }, header: { "If-Match": `"${act.version}"` } },
        body: act.asked,
      });
      break;
    case "check":
      await scoring.POST("/api/scoring/cycles/{id}/events/check", { params: { path }, body: { events: act.events } });
      break;
    case "approve":
      await scoring.POST("/api/scoring/cycles/{id}/events/approve", { params: { path }, body: { events: act.events } });
      break;
    case "refuse":
      await scoring.POST("/api/scoring/cycles/{id}/events/refuse", {
        params: { path },
        body: { number: act.number, version: act.version, reason: act.reason },
      });
      break;
    case "withdraw":
      await scoring.POST("/api/scoring/cycles/{id}/events/{number}/withdraw", {
        params: { path: { ...path, number: act.number }, header: { "If-Match": `"${act.version}"` } },
        body: { reason: act.reason },
      });
      break;
  }
}

/** Also after a refusal what is there is read again: somebody else may have been faster. */
export function useEventAction(cycle: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: EventAction) => take(cycle, act),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keyOf(cycle) }),
        queries.invalidateQueries({ queryKey: ["cycles"] }),
        queries.invalidateQueries({ queryKey: ["files", cycle] }),
        queries.invalidateQueries({ queryKey: ["results", cycle] }),
      ]),
  });
}

/** 改革风险备案 that the signed-in person sees. */
export function useRisks(cycle: string, enabled = true) {
  return useQuery({
    queryKey: ["risks", cycle],
    enabled,
    queryFn: async ({ signal }) =>
      (await scoring.GET("/api/scoring/cycles/{id}/risks", { params: { path: { id: cycle } }, signal })).data!,
  });
}

export type RiskAction =
  | { kind: "file"; asked: NewRisk }
  | { kind: "approve"; number: string; on: string }
  | { kind: "refuse"; number: string; reason: string };

async function decide(cycle: string, act: RiskAction): Promise<void> {
  const path = { id: cycle };
  switch (act.kind) {
    case "file":
      await scoring.POST("/api/scoring/cycles/{id}/risks", { params: { path }, body: act.asked });
      break;
    case "approve":
      await scoring.POST("/api/scoring/cycles/{id}/risks/{number}/approve", {
        params: { path: { ...path, number: act.number } },
        body: { confirm: true, on: act.on },
      });
      break;
    case "refuse":
      await scoring.POST("/api/scoring/cycles/{id}/risks/{number}/refuse", {
        params: { path: { ...path, number: act.number } },
        body: { reason: act.reason },
      });
      break;
  }
}

export function useRiskAction(cycle: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: RiskAction) => decide(cycle, act),
    onSettled: () => queries.invalidateQueries({ queryKey: ["risks", cycle] }),
  });
}
