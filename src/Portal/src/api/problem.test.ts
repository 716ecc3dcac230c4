import { describe, expect, test } from "vitest";
import { asProblem, Problem, problemFrom } from "./problem";

describe("a refusal", () => {
  test("keeps the service's own words and places", () => {
    const problem = problemFrom(422, {
      code: "areas-are-missing",
      title: "内容有误",
      detail: "请先导入居民区名册。",
      problems: [{ code: "empty", message: "为空", line: 3, column: "id" }],
    });

    expect(problem.code).toBe("areas-are-missing");
    expect(problem.detail).toBe("请先导入居民区名册。");
    expect(problem.places).toEqual([{ code: "empty", message: "为空", line: 3, column: "id" }]);
  });

  test.each([null, "<html>", {}, { detail: "   " }, { detail: 7, title: null }])(
    "without a usable body (%j) still tells a person what to do",
    (body) => {
      const problem = problemFrom(503, body);

      expect(problem.title).toBe("服务暂不可用");
      expect(problem.detail).toContain("稍后再试");
    },
  );

  test("means signed out only when a 401 says so", () => {
    expect(problemFrom(401, null).meansSignedOut).toBe(true);
    expect(problemFrom(401, { code: "sign-in-required" }).meansSignedOut).toBe(true);
    expect(problemFrom(403, null).meansSignedOut).toBe(false);
    expect(problemFrom(401, { code: "provider-sign-in-is-over" }).meansSignedOut).toBe(false);
    expect(problemFrom(401, { code: "second-factor-is-needed" }).meansSignedOut).toBe(false);
  });
});

describe("whatever was thrown", () => {
  test("is a problem already or becomes one", () => {
    const problem = new Problem(409, "cycle-must-be-open", "当前状态不允许此操作", "周期已开始评分。");

    expect(asProblem(problem)).toBe(problem);
    expect(asProblem(new TypeError("Failed to fetch")).code).toBe("unreachable");
    expect(asProblem("?").code).toBe("unexpected");
  });
});
