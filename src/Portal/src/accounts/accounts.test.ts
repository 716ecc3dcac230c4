import { describe, expect, test } from "vitest";
import { campaignLabel, dutiesText, dutyText, isCampaignId, whyNotTogether } from "./duty";
import { detailsText } from "./logWords";
import { keyStateOf, stateOf } from "./state";

describe("an account", () => {
  const account = { disabledAt: null, invited: false, locked: false };

  test("is disabled above all, then invited, then locked", () => {
    expect(stateOf(account)).toBe("active");
    expect(stateOf({ ...account, locked: true })).toBe("locked");
    expect(stateOf({ ...account, locked: true, invited: true })).toBe("invited");
    expect(stateOf({ disabledAt: "2026-01-01T00:00:00Z", locked: true, invited: true })).toBe("disabled");
  });

  test("tells what it is for", () => {
    const duty = { departments: [], campaigns: [], area: null };
    const scorer = { ...duty, role: "departmentScorer", departments: ["党建办", "社建办"] };
    const leader = { ...duty, role: "leader", departments: ["平安办"] };

    expect(dutyText({ ...duty, role: "surveyor", campaigns: ["a", "b"] })).toBe("第三方测评机构（2 个测评活动）");
    expect(dutyText({ ...duty, role: "area", area: "gj07" })).toBe("居民区（gj07）");
    expect(dutyText({ ...leader, departments: [] })).toBe("签批领导");
    expect(dutiesText([scorer, leader])).toBe("部门评分（党建办、社建办）；签批领导（分管平安办）");
  });

  test.each([
    [["departmentScorer", "leader", "area", "financePreparer", "townshipAdministrator"], null],
    [["surveyor"], null],
    [["leader", "leader"], "同一角色只能有一项职责，多个部门请填在同一项中"],
    [["leader", "surveyor"], "第三方测评机构须保持独立，不能兼任其他职责"],
    [["area", "feed"], "数据接口账号不能兼任其他职责"],
    [["financePreparer", "leader", "financeApprover"], "财务编制与财务审核须由两人分别担任"],
  ])("%j together: %s", (roles, why) => {
    expect(whyNotTogether(roles)).toBe(why);
  });
});

describe("a campaign", () => {
  const campaign = { title: "线上测评", wave: "H1", cycle: "c1", state: "open" } as const;
  const cycles = [{ id: "c1", year: 2026 }] as never;

  test("is chosen by year, title and wave", () => {
    expect(campaignLabel(campaign, cycles)).toBe("2026 年线上测评（上半年）");
    expect(campaignLabel({ ...campaign, title: "上半年线上测评" }, cycles)).toBe("2026 年上半年线上测评");
    expect(campaignLabel({ ...campaign, wave: null, state: "closed" }, [])).toBe("线上测评（已截止）");
  });

  test("typed must be named by its number", () => {
    expect(isCampaignId("0190c1a2-7b1c-7000-8000-000000000001")).toBe(true);
    expect(isCampaignId("线上测评")).toBe(false);
  });
});

describe("a key", () => {
  const now = new Date("2026-06-01T00:00:00Z");

  test("is valid until the very moment it expires", () => {
    expect(keyStateOf({ expiresAt: "2026-06-01T00:00:01Z", revokedAt: null }, now)).toBe("valid");
    expect(keyStateOf({ expiresAt: "2026-06-01T00:00:00Z", revokedAt: null }, now)).toBe("expired");
    expect(keyStateOf({ expiresAt: "2026-06-02T00:00:00Z", revokedAt: "2026-05-01T00:00:00Z" }, now)).toBe("revoked");
  });
});

test("the log names roles and keys in words", () => {
  expect(detailsText({ event: "changed", details: "departmentScorer,leader" })).toBe("职责：部门评分、签批领导");
  expect(detailsText({ event: "keyIssued", details: "x9Qz" })).toBe("末四位 x9Qz");
  expect(detailsText({ event: "disabled", details: null })).toBe("");
});
