import type { Procedure } from "../api/shapes";

/** What can be done, or is to be seen, of the cancelling of a cycle that goes on. */
export type CancellationStep = "answer" | "waiting" | "ask" | "askAfterDeclined" | "nothing";

/** 撤销: the office asks, the leader answers, and each sees where it stands. */
export function cancellationStep(
  cancellation: Procedure["cancellation"] | undefined,
  roles: readonly string[],
): CancellationStep {
  const office = roles.includes("townshipAdministrator");
  if (cancellation?.isOpen) return roles.includes("leader") ? "answer" : office ? "waiting" : "nothing";
  if (!office) return "nothing";
  return cancellation?.declined ? "askAfterDeclined" : "ask";
}

/** What the office reads once it has asked. */
export const afterAsking = (waits: boolean): string =>
  waits ? "已提请街镇主要领导同意" : "考核已撤销";
