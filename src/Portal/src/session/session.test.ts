import { describe, expect, test } from "vitest";
import { returnAddress } from "./returnAddress";
import { whyNotAllowed } from "./passwordRules";
import { Problem } from "../api/problem";
import { departmentsScored, mayKeep, maySee, pagesFor, rolesGivenBy, seesAllResults, signsForTownship } from "./roles";
import { isTrouble, stepAfter, troubleTitle } from "./signInSteps";

describe("after signing in", () => {
  test("one is back where one was", () => {
    expect(returnAddress("/results/c1/gj01?x=1")).toBe("/results/c1/gj01?x=1");
  });

  test.each([null, "", "//evil.example", "https://evil.example", "/\\evil.example", "/sign-in?from=/", "/invitation/x", "/enrolment?from=/"])(
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
      "待办",
      "考核周期",
      "名册",
      "科室评分表",
      "数据导入",
      "满意度测评",
      "热线工单",
      "考核结果",
      "加减分事项",
      "办理程序",
      "公示公告",
      "异议",
      "绩效发放",
      "账号",
      "审计",
    ]);
    expect(titles("district")).toEqual(["账号", "审计"]);
    expect(titles("area")).toEqual(["待办", "考核结果", "加减分事项", "办理程序", "公示公告", "异议"]);
    expect(titles("departmentScorer")).toEqual(["待办", "考核周期", "科室评分表", "加减分事项", "公示公告", "异议"]);
    expect(titles("leader")).toEqual(["待办", "考核周期", "名册", "科室评分表", "满意度测评", "考核结果", "加减分事项", "办理程序", "公示公告", "异议", "审计"]);
    expect(titles("surveyor")).toEqual(["待办", "数据导入", "满意度测评", "公示公告"]);
    expect(titles("financePreparer")).toEqual(["待办", "数据导入", "考核结果", "公示公告", "绩效发放"]);
    expect(titles("financeApprover")).toEqual(["待办", "考核结果", "公示公告", "绩效发放"]);
    expect(pagesFor(["financeApprover"], "p1").map((page) => page.title)).toEqual(["待办", "考核结果", "公示公告", "异议", "绩效发放"]);
    expect(pagesFor(["surveyor"], "p1").map((page) => page.title)).toEqual(["待办", "数据导入", "满意度测评", "公示公告"]);
    expect(titles("ops")).toEqual([]);
    expect(titles("feed")).toEqual([]);
  });

  test("a scorer who is assessed as staff sees the own result, too", () => {
    expect(maySee("/results", ["departmentScorer"])).toBe(false);
    expect(maySee("/results", ["departmentScorer"], "p1")).toBe(true);
    expect(maySee("/results", ["surveyor"], "p1")).toBe(false);
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

describe("a keeper", () => {
  const administrator = { userName: "admin", roles: ["townshipAdministrator"] };

  test("keeps the lesser accounts, never the own one", () => {
    expect(mayKeep(administrator, { userName: "feed", duties: [{ role: "feed" }] })).toBe(true);
    expect(mayKeep(administrator, { userName: "other", duties: [{ role: "townshipAdministrator" }] })).toBe(false);
    expect(mayKeep({ userName: "d", roles: ["district"] }, { userName: "other", duties: [{ role: "district" }] })).toBe(true);
    expect(mayKeep({ userName: "d", roles: ["district"] }, { userName: "d", duties: [{ role: "district" }] })).toBe(false);
  });
});

describe("several duties", () => {
  const scorerWhoSigns = {
    duties: [
      { role: "departmentScorer", departments: ["党建办", "社建办"] },
      { role: "leader", departments: ["平安办"] },
    ],
  };

  test("open the pages of each", () => {
    expect(pagesFor(["departmentScorer", "leader"]).map((page) => page.title)).toEqual([
      "待办",
      "考核周期",
      "名册",
      "科室评分表",
      "满意度测评",
      "考核结果",
      "加减分事项",
      "办理程序",
      "公示公告",
      "异议",
      "审计",
    ]);
  });

  test("keep apart what one scores and what one signs", () => {
    expect(departmentsScored(scorerWhoSigns)).toEqual(["党建办", "社建办"]);
    expect(departmentsScored({ duties: [] })).toEqual([]);
  });

  test("let only a leader without departments of their own sign for the township", () => {
    expect(signsForTownship(scorerWhoSigns)).toBe(false);
    expect(signsForTownship({ duties: [{ role: "leader", departments: [] }] })).toBe(true);
    expect(signsForTownship({ duties: [{ role: "departmentScorer", departments: [] }] })).toBe(false);
  });

  test("take nothing away from each other", () => {
    expect(seesAllResults(["area"])).toBe(false);
    expect(seesAllResults(["area", "leader"])).toBe(true);
  });

  test("are all the keeper's, or the account is not", () => {
    const administrator = { userName: "admin", roles: ["townshipAdministrator"] };
    expect(mayKeep(administrator, { userName: "a", duties: [{ role: "area" }, { role: "leader" }] })).toBe(true);
    expect(mayKeep(administrator, { userName: "a", duties: [{ role: "area" }, { role: "townshipAdministrator" }] })).toBe(false);
  });
});

describe("signing in", () => {
  const refusal = (code: string) => new Problem(401, code, "", "");

  test("goes on to the second factor, and stays there while it is wrong", () => {
    expect(stepAfter(refusal("second-factor-is-needed"), "password")).toBe("factor");
    expect(stepAfter(refusal("second-factor-is-wrong"), "factor")).toBe("factor");
  });

  test.each(["account-is-locked", "account-is-disabled", "user-name-or-password-is-wrong"])(
    "begins again after %s",
    (code) => {
      expect(stepAfter(refusal(code), "factor")).toBe("password");
    },
  );

  test.each(["too-many-sign-ins", "unreachable", "service-unavailable"])("stays where it was after %s", (code) => {
    expect(stepAfter(refusal(code), "factor")).toBe("factor");
    expect(stepAfter(refusal(code), "password")).toBe("password");
  });

  test("is no trouble while only the second factor is asked for", () => {
    expect(isTrouble(refusal("second-factor-is-needed"))).toBe(false);
    expect(isTrouble(refusal("second-factor-is-wrong"))).toBe(true);
    expect(troubleTitle(refusal("account-is-locked"))).toBe("账号已暂时锁定");
    expect(troubleTitle(refusal("user-name-or-password-is-wrong"))).toBe("未能登录");
  });
});

describe("a new password", () => {
  test.each([
    ["123456789", "密码至少 10 位"],
    ["1234567890", null],
    ["x".repeat(128), null],
    ["x".repeat(129), "密码至多 128 位"],
    ["my-DistricT-word", "密码中不能含有用户名"],
  ])("%j: %s", (password, why) => {
    expect(whyNotAllowed(password, "district")).toBe(why);
  });
});
