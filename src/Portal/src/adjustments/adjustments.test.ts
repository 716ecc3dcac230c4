import { describe, expect, test } from "vitest";
import type { AdjustmentState, CycleProgress, ExplanationFact, ExplanationNode } from "../api/shapes";
import { mayDecide, mayPropose, maySeeAdjustments, mayWithdraw } from "./duties";
import { indicatorsOf, indicatorWords, keyOf, reportedFacts, unitOf } from "./indicators";
import { problemOf, repeated, slotOf, valueOf } from "./rows";
import { inOrderOfWork, stateWords } from "./words";

const person = (role: string, departments: string[] = []) => ({
  roles: [role],
  duties: [{ role, departments, campaigns: [], area: null }],
});
const office = person("townshipAdministrator");
const leader = person("leader");
const inCharge = person("leader", ["平安办"]);

const line = (more: Partial<CycleProgress["scores"][number]> = {}): CycleProgress["scores"][number] => ({
  item: "L1",
  title: "平安建设",
  department: "平安办",
  counts: true,
  least: 0,
  most: 5,
  step: 0.5,
  periods: [
    { id: "Q1", title: "第一季度" },
    { id: "Q2", title: "第二季度" },
  ],
  done: 0,
  expected: 1,
  missing: [],
  ...more,
});

const fact = (more: Partial<ExplanationFact>): ExplanationFact => ({
  subject: "dn1",
  item: "satisfaction",
  by: "online",
  period: "H1",
  value: 82.5,
  count: null,
  eligible: null,
  evidence: [],
  reportedBy: "survey",
  reportedAt: null,
  title: "群众满意度（线上测评，上半年）",
  unit: "%",
  ...more,
});

const node = (facts: ExplanationFact[], children: ExplanationNode[] = []): ExplanationNode => ({
  id: "x",
  title: "x",
  value: null,
  rule: "",
  arithmetic: "",
  facts,
  children,
});

describe("who does what about an adjustment", () => {
  const states = Object.keys(stateWords) as AdjustmentState[];

  test("the office proposes and withdraws, who signs for the township decides, until the freezing", () => {
    for (const state of ["open", "scoring", "calculated"] as const) {
      expect([office, leader].map((me) => mayPropose({ state }, me))).toEqual([true, false]);
      expect(states.filter((one) => mayWithdraw({ state }, { state: one }, office))).toEqual(["proposed"]);
      expect(states.filter((one) => mayDecide({ state }, { state: one }, leader))).toEqual(["proposed"]);
      expect(mayDecide({ state }, { state: "proposed" }, inCharge)).toBe(false);
      expect(mayWithdraw({ state }, { state: "proposed" }, leader)).toBe(false);
    }
    for (const state of ["frozen", "final", "cancelled"] as const) {
      expect(mayPropose({ state }, office)).toBe(false);
      expect(mayWithdraw({ state }, { state: "proposed" }, office)).toBe(false);
      expect(mayDecide({ state }, { state: "proposed" }, leader)).toBe(false);
    }
  });

  test("departments do not see them", () => {
    expect(maySeeAdjustments(["departmentScorer"])).toBe(false);
    expect(maySeeAdjustments(["departmentScorer", "leader"])).toBe(true);
  });

  test("what waits for the meeting comes first, then the newest", () => {
    const list = states.map((state, at) => ({ state, number: at + 1 }));
    expect(inOrderOfWork([...list, { state: "proposed", number: 9 }]).map((one) => one.number)).toEqual([9, 1, 4, 3, 2]);
  });
});

describe("what can be adjusted", () => {
  test("is a line by departments and periods, with what counts now", () => {
    const now = fact({ item: "L1", by: "平安办", period: "Q2", value: 4.5, title: "平安建设（平安办，第二季度）" });
    const [one, ...others] = indicatorsOf(true, [line(), line({ department: "综治办", counts: false })], [now]);
    expect(others).toEqual([]);
    expect(one?.title).toBe("L1 平安建设");
    expect(one?.slots.map(({ about, now }) => ({ about, now }))).toEqual([
      { about: "平安办，第一季度", now: null },
      { about: "平安办，第二季度", now: 4.5 },
    ]);
  });

  test("is for a person what the own result rests on, without departments' lines", () => {
    const facts = [fact({ subject: "p1", item: "meetings", by: null, period: null, title: "参会（次）", unit: "次" })];
    const indicators = indicatorsOf(false, [line()], facts);
    expect(indicators.map((one) => one.title)).toEqual(["参会（次）"]);
    expect(unitOf({ item: "meetings", by: null, period: null }, indicators)).toBe("次");
  });

  test("are reported values of the subject itself, at every depth, not events or another's", () => {
    const tree = node(
      [fact({ subject: "dn2" })],
      [node([fact({}), fact({ item: "E1", reportedBy: null })], [node([fact({ period: "H2" })])])],
    );
    expect(reportedFacts(tree, "dn1").map((one) => one.period)).toEqual(["H1", "H2"]);
  });

  test("is called by its title, with source and period in words", () => {
    const indicators = indicatorsOf(true, [line()], [fact({})]);
    expect(indicatorWords({ item: "satisfaction", by: "online", period: "H1" }, indicators)).toBe(
      "群众满意度（线上测评，上半年）",
    );
    expect(indicatorWords({ item: "L1", by: "平安办", period: "Q1" }, indicators)).toBe("L1 平安建设（平安办，第一季度）");
    expect(indicatorWords({ item: "gone", by: null, period: "Q1" }, indicators)).toBe("gone（Q1）");
  });
});

describe("a row of the form", () => {
  const indicators = indicatorsOf(true, [line(), line({ item: "L2", title: "党建", periods: [], step: null })], [fact({})]);
  const q2 = keyOf({ by: "平安办", period: "Q2" });

  test("needs no choice of a place where there is one only", () => {
    expect(slotOf({ item: "L2" }, indicators)?.by).toBe("平安办");
    expect(slotOf({ item: "L1" }, indicators)).toBeUndefined();
    expect(slotOf({ item: "L1", slot: q2 }, indicators)?.period).toBe("Q2");
  });

  test("says what is missing, and what the scheme does not allow", () => {
    expect(problemOf({}, indicators)).toBe("请选择居民区或工作人员");
    expect(problemOf({ subject: "dn1" }, indicators)).toBe("请选择指标");
    expect(problemOf({ subject: "dn1", item: "L1" }, indicators)).toBe("请选择来源和时段");
    const row = { subject: "dn1", item: "L1", slot: q2 };
    expect(problemOf(row, indicators)).toBe("请填写调整后的数值");
    const problems = [-0.5, 0, 0.5, 0.6, 5, 5.5].map((value) => problemOf({ ...row, value }, indicators));
    expect(problems).toEqual(["分值应在 0 至 5 之间", null, null, "分值应按 0.5 递增", null, "分值应在 0 至 5 之间"]);
    expect(problemOf({ subject: "dn1", item: "satisfaction", value: 400 }, indicators)).toBeNull();
  });

  test("names its place as the ledger does, and only once", () => {
    const q2Row = valueOf({ subject: "dn1", item: "L1", slot: q2, value: 0 }, indicators);
    expect(q2Row).toEqual({ subject: "dn1", item: "L1", by: "平安办", period: "Q2", value: 0 });
    const another = { ...q2Row!, period: "Q1" };
    expect([...repeated([q2Row, undefined, undefined, another, { ...q2Row!, value: 3 }])]).toEqual([4]);
    expect(valueOf({ subject: "dn1", item: "L1", value: 3 }, indicators)).toBeUndefined();
  });
});
