import { describe, expect, test, vi } from "vitest";
import { Problem } from "../api/problem";
import { CodeRefused, failureOf, withCode } from "./signing";

const factor = { code: "123456", recoveryCode: null };
const refusal = (status: number, code: string) => new Problem(status, code, "", "");

describe("What is done with a code", () => {
  test("is done once the code was accepted", async () => {
    const order: string[] = [];
    const done = await withCode(
      (shown) => Promise.resolve(void order.push(`shown ${shown.code}`)),
      factor,
      () => {
        order.push("signed");
        return Promise.resolve("final");
      },
    );

    expect(order).toEqual(["shown 123456", "signed"]);
    expect(done).toBe("final");
  });

  test("is not done where the code is refused", async () => {
    const sign = vi.fn(() => Promise.resolve());

    await expect(
      withCode(() => Promise.reject(refusal(422, "second-factor-code-is-wrong")), factor, sign),
    ).rejects.toBeInstanceOf(CodeRefused);

    expect(sign).not.toHaveBeenCalled();
  });
});

describe("A failure", () => {
  test("of the code is said at the code", () => {
    const wrong = refusal(422, "second-factor-code-is-wrong");

    expect(failureOf(new CodeRefused(wrong), "没有生效")).toEqual({ title: "口令没有通过", error: wrong });
  });

  test("of what was to be done is said as such", () => {
    const early = refusal(409, "another-step-is-due");

    expect(failureOf(early, "没有生效")).toEqual({ title: "没有生效", error: early });
    expect(failureOf(refusal(403, "second-factor-must-be-fresh"), "没有生效").title).toBe("请再次输入动态口令");
  });
});
