import type { Procedure, ProcedureStep } from "../api/shapes";

/** How far a correction of the final result is: none can be, one can be opened, is opened, or waits to be decided. */
export type CorrectionStage = "none" | "possible" | "opened" | "made";

export const correctionStage = (
  procedure: Pick<Procedure, "correction" | "isFinal">,
): CorrectionStage =>
  procedure.correction === null ? (procedure.isFinal ? "possible" : "none") : procedure.isFinal ? "opened" : "made";

/** What a correction that is under way means for whoever looks at the result; nothing where none is. */
export function correctionWords(
  procedure: Pick<Procedure, "correction" | "isFinal" | "version">,
): string | undefined {
  switch (correctionStage(procedure)) {
    case "opened":
      return `考核办公室已启动更正，正在核对数据。理由：${procedure.correction}。第 ${procedure.version} 版结果继续有效。`;
    case "made":
      return `考核办公室已提出更正，待研究决定和签批。理由：${procedure.correction}。在此以前，第 ${procedure.version} 版结果继续有效。`;
    default:
      return undefined;
  }
}

/** The step that objections hold up: the next decision or signing; none where no objection is open. */
export const heldUp = (
  procedure: Pick<Procedure, "openObjections"> & {
    steps: readonly Pick<ProcedureStep, "position" | "kind" | "progress">[];
  },
): number | undefined =>
  procedure.openObjections === 0
    ? undefined
    : procedure.steps.find((step) => step.progress !== "taken" && (step.kind === "decide" || step.kind === "final"))
        ?.position;
