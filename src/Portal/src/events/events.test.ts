import dayjs from "dayjs";
import { describe, expect, test } from "vitest";
import type { EventForm, EventFormRule, EventView } from "../api/shapes";
import { handOf, inOrderOfWork, presumptions } from "./duties";
import { applicantsOf, asked, fieldsOf } from "./fields";
import { applicantWords, capWords, waitsFor, worthWords } from "./words";

const rule = (change: Partial<EventFormRule>): EventFormRule => ({
  id: "honour",
  title: "综合性表彰",
  levels: [],
  least: null,
  most: null,
  each: null,
  needsItem: false,
  needsWork: false,
  needsAward: false,
  isCounted: false,
  waivers: [],
  keptBy: "党建办",
  presumes: null,
  byTheOffice: false,
  byAreas: true,
  byDepartments: true,
  mayApply: true,
  clause: "三（四）",
  quote: "",
  ...change,
});

const levels = [
  { id: "national", title: "国家级", points: 3 },
  { id: "city", title: "市级", points: 2 },
];

const form = (...rules: EventFormRule[]): EventForm => ({
  rules,
  subjects: [
    { id: "a1", name: "甲居民区", area: "a1", isArea: true },
    { id: "p1", name: "张三", area: "a1", isArea: false },
  ],
  departments: ["社建办", "平安办"],
  items: [],
});

const none = { check: false, approve: false, refuse: false, correct: false, withdraw: false };
const event = (change: Partial<EventView>) => ({ rule: "honour", stage: "applied", version: 1, may: none, ...change }) as EventView;

describe("the form", () => {
  test("asks only for what the rule needs", () => {
    expect([...fieldsOf(rule({ levels, isCounted: true }))]).toEqual(["level"]);
    expect([...fieldsOf(rule({ least: 0, most: 3, isCounted: true }))]).toEqual(["points"]);
    expect([...fieldsOf(rule({ needsItem: true }))]).toEqual(["item"]);
    expect([...fieldsOf(rule({ each: 1, isCounted: true, waivers: [0.5] }))]).toEqual(["count", "waiver", "risk"]);
    expect([...fieldsOf(rule({ byTheOffice: true, presumes: "确因工作不到位" }))]).toEqual(["confirmed"]);
    expect([...fieldsOf(rule({ presumes: "确因工作不到位" }))]).toEqual([]);
  });

  test("leaves out what was typed for another rule, and the risk of what is not waived", () => {
    const values = { subject: "a1", date: dayjs("2024-09-01"), level: "city", points: 2, work: " ", risk: "R1", evidence: " 文件 " };
    const body = asked(values, rule({ levels, waivers: [0.5] }), ["f1"], "a1");
    expect(body).toMatchObject({ level: "city", points: null, work: null, waiver: null, risk: null, evidence: "文件", date: "2024-09-01" });
    expect(asked({ ...values, waiver: 0.5 }, rule({ levels, waivers: [0.5] }), [], null).risk).toBe("R1");
  });

  test("offers in whose name", () => {
    const person = form().subjects[1];
    const names = (one: EventFormRule, me: { isOffice: boolean; area: string | null }) =>
      applicantsOf(one, person, form(), me).map((choice) => choice.label);
    expect(names(rule({}), { isOffice: true, area: null })).toEqual(["甲居民区", "社建办", "平安办"]);
    expect(names(rule({ byDepartments: false }), { isOffice: false, area: "a1" })).toEqual(["甲居民区"]);
    expect(names(rule({ byDepartments: false }), { isOffice: false, area: "a2" })).toEqual([]);
    expect(names(rule({ byTheOffice: true }), { isOffice: true, area: null })).toEqual([]);
  });
});

describe("what waits", () => {
  const mine = event({ version: 1, may: { ...none, check: true } });
  const others = event({ version: 2 });
  const done = event({ version: 3, stage: "approved" });

  test("for the person comes first, then what waits for others", () => {
    expect(inOrderOfWork([done, others, mine]).map((one) => one.version)).toEqual([1, 2, 3]);
    expect([mine, others].map(handOf)).toEqual(["check", null]);
  });

  test("says for whom", () => {
    expect(waitsFor(others, rule({}))).toBe("待党建办核实");
    expect(waitsFor(others, rule({ keptBy: null }))).toBe("待牵头办公室核准");
    expect(waitsFor(event({ stage: "checked" }), rule({}))).toBe("待牵头办公室核准");
    expect(waitsFor(done, rule({}))).toBeNull();
  });

  test("has each presumption once, for who is last to look", () => {
    const kept = form(rule({ presumes: "属综合性表彰" }));
    expect(presumptions([mine, others], kept, "check")).toEqual([{ rule: "综合性表彰", words: "属综合性表彰" }]);
    expect(presumptions([mine], kept, "approve")).toEqual([]);
    expect(presumptions([mine], form(rule({ presumes: "属实", keptBy: null })), "approve")).toHaveLength(1);
  });
});

describe("words", () => {
  test("of what an event is worth", () => {
    expect(worthWords({ level: "city", points: null }, rule({ levels }))).toBe("市级，2 分");
    expect(worthWords({ level: null, points: 1.5 }, rule({ least: 0, most: 3 }))).toBe("1.5 分");
    expect(worthWords({ level: null, points: null, count: 2, waiver: 0.5 }, rule({ each: 5 }))).toBe("5 分，2 次，免责 50%");
  });

  test("of a cap", () => {
    const cap = { title: "加分", events: "表彰", most: 3, counted: 2 };
    expect(capWords(cap)).toContain("上限 3 分，还可计 1 分");
    expect(capWords({ ...cap, counted: 3 })).toContain("已达上限");
    expect(capWords({ ...cap, most: null })).toContain("未设上限");
  });

  test("of who applied", () => {
    const nameOf = (id: string) => (id === "a1" ? "甲居民区" : id);
    expect(applicantWords({ appliedAs: "area", applicant: "a1" }, nameOf)).toBe("甲居民区");
    expect(applicantWords({ appliedAs: "department", applicant: "社建办", enteredByOffice: true }, nameOf)).toBe(
      "社建办（牵头办公室代为登记）",
    );
    expect(applicantWords({ appliedAs: "office", applicant: null }, nameOf)).toBe("牵头办公室");
  });
});
