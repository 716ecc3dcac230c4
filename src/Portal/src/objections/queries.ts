import { useMutation, useQuery } from "@tanstack/react-query";
import { scoring } from "../api/clients";
import type { ChangeAsked, ObjectionSaid } from "../api/shapes";
import { useActed } from "../procedure/queries";

/** 异议 that the signed-in person sees. */
export function useObjections(cycle: string) {
  return useQuery({
    queryKey: ["procedure", cycle, "objections"],
    queryFn: async ({ signal }) =>
      (
        await scoring.GET("/api/scoring/cycles/{id}/procedure/objections", {
          params: { path: { id: cycle } },
          signal,
        })
      ).data!,
  });
}

/** Answers with the receipt. */
export function useObject(cycle: string) {
  const onSettled = useActed(cycle);
  return useMutation({
    mutationFn: async (said: ObjectionSaid) =>
      (
        await scoring.POST("/api/scoring/cycles/{id}/procedure/objections", {
          params: { path: { id: cycle } },
          body: said,
        })
      ).data!,
    onSettled,
  });
}

/** What somebody does about an objection. */
export type ObjectionAct =
  | { kind: "accept"; looksInto: string }
  | { kind: "lookInto"; found: string }
  | { kind: "uphold"; reason: string; change: ChangeAsked }
  | { kind: "refuse"; reason: string }
  | { kind: "answer"; answer: string }
  | { kind: "withdraw" };

async function take(cycle: string, number: number, act: ObjectionAct): Promise<void> {
  const path = { params: { path: { id: cycle, number } } };
  switch (act.kind) {
    case "accept":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/objections/{number}/accept", {
        ...path,
        body: { looksInto: act.looksInto },
      });
      break;
    case "lookInto":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/objections/{number}/finding", {
        ...path,
        body: { found: act.found },
      });
      break;
    case "uphold":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/objections/{number}/uphold", {
        ...path,
        body: { confirm: true, reason: act.reason, change: act.change },
      });
      break;
    case "refuse":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/objections/{number}/refuse", {
        ...path,
        body: { reason: act.reason },
      });
      break;
    case "answer":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/objections/{number}/answer", {
        ...path,
        body: { answer: act.answer },
      });
      break;
    case "withdraw":
      await scoring.POST("/api/scoring/cycles/{id}/procedure/objections/{number}/withdraw", path);
      break;
  }
}

export function useObjectionAct(cycle: string, number: number) {
  const onSettled = useActed(cycle);
  return useMutation({ mutationFn: (act: ObjectionAct) => take(cycle, number, act), onSettled });
}
