import type { PresentedFactor } from "../api/shapes";
import { asProblem } from "../api/problem";

/** What stopped it: the code that was shown, or what was to be done with it. */
export class CodeRefused extends Error {
  override readonly name = "CodeRefused";

  constructor(readonly reason: unknown) {
    super("The second factor was refused.");
  }
}

/** Shows the code first; nothing is done without it. */
export async function withCode<T>(
  show: (factor: PresentedFactor) => Promise<void>,
  factor: PresentedFactor,
  run: () => Promise<T>,
): Promise<T> {
  try {
    await show(factor);
  } catch (refusal) {
    throw new CodeRefused(refusal);
  }
  return run();
}

/** What went wrong, under the heading of where it did. */
export function failureOf(error: unknown, title: string): { title: string; error: unknown } {
  if (error instanceof CodeRefused) return { title: "口令没有通过", error: error.reason };
  const { code } = asProblem(error);
  return { title: code === "second-factor-must-be-fresh" ? "请再次输入动态口令" : title, error };
}
