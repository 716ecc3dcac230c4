import { describe, expect, test } from "vitest";
import { returnAddress } from "./returnAddress";
import { pagesFor, rolesGivenBy } from "./roles";

describe("after signing in", () => {
  test("one is back where one was", () => {
    expect(returnAddress("/results/c1/gj01?x=1")).toBe("/results/c1/gj01?x=1");
  });

  test.each([null, "", "//evil.example", "https://evil.example", "/\\evil.example", "/sign-in?from=/"])(
    "%s leads to the first page",
    (from) => {
      expect(returnAddress(from)).toBe("/");
    },
  );
});

describe("pages", () => {
  const titles = (...roles: string[]) => pagesFor(roles).map((page) => page.title);

  test("are those of the role", () => {
    expect(titles("townshipAdministrator")).toEqual([
      "考核周期",
      "数据导入",
      "满意度测评",
      "热线工单",
      "考核结果",
      "绩效发放",
      "账号",
    ]);
    expect(titles("district")).toEqual(["账号"]);
    expect(titles("area")).toEqual(["考核结果"]);
    expect(titles("departmentScorer")).toEqual(["考核周期", "部门评分"]);
    expect(titles("ops")).toEqual([]);
  });
});

describe("accounts", () => {
  test("a township gives only the lesser roles", () => {
    expect(rolesGivenBy(["townshipAdministrator"])).toEqual([
      "departmentScorer",
      "leader",
      "area",
      "surveyor",
      "financePreparer",
      "financeApprover",
      "feed",
    ]);
    expect(rolesGivenBy(["financePreparer"])).toEqual([]);
    expect(rolesGivenBy(["district"])).toContain("townshipAdministrator");
  });
});
