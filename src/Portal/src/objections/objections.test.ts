import { describe, expect, test } from "vitest";
import type { ObjectionStage } from "../api/shapes";
import { changeOf } from "./change";
import {
  admitsCorrections,
  formFor,
  inOrderOfWork,
  mayLookInto,
  maySubmit,
  mayWithdraw,
  subjectsOf,
  type ObjectionForm,
} from "./duties";
import { itemChoices } from "./items";
import { aboutObjection, dueWords, outcomeWords, stageWords } from "./words";

const duty = (role: string, more: { departments?: string[]; area?: string } = {}) => ({
  role,
  departments: more.departments ?? [],
  campaigns: [],
  area: more.area ?? null,
});

const person = (userName: string, ...duties: ReturnType<typeof duty>[]) => ({
  userName,
  roles: duties.map((one) => one.role),
  duties,
  staff: null as string | null,
});

const office = person("office", duty("townshipAdministrator"));
const leader = person("leader", duty("leader"));
const inCharge = person("deputy", duty("leader", { departments: ["平安办"] }));
const scorer = person("scorer", duty("departmentScorer", { departments: ["党建办"] }));
const area = person("gj07", duty("area", { area: "gj07" }));

describe("the form that is next", () => {
  const stages = Object.keys(stageWords) as ObjectionStage[];
  const forms = (me: typeof office) =>
    stages.map((stage) => formFor({ stage, looksInto: "scorer" }, me) ?? null);

  test.each<[string, typeof office, (ObjectionForm | null)[]]>([
    ["office", office, ["accept", null, null, "answer", "answer", null, null]],
    ["investigator", scorer, [null, "lookInto", null, null, null, null, null]],
    ["leader", leader, [null, null, "judge", null, null, null, null]],
    ["leader in charge of departments", inCharge, [null, null, null, null, null, null, null]],
    ["area", area, [null, null, null, null, null, null, null]],
  ])("of the %s follows from stage and duty", (_, me, expected) => {
    expect(forms(me)).toEqual(expected);
  });

  test("of who looks into it is nobody else's", () => {
    expect(formFor({ stage: "accepted", looksInto: "leader" }, leader)).toBe("lookInto");
    expect(formFor({ stage: "accepted", looksInto: "leader" }, scorer)).toBeUndefined();
    expect(formFor({ stage: "received", looksInto: null }, scorer)).toBeUndefined();
  });
});

describe("withdrawing", () => {
  test("is for who objected, until it is upheld or refused", () => {
    const own = { isOwn: true, objector: "area" } as const;
    expect(mayWithdraw({ ...own, stage: "received" }, area)).toBe(true);
    expect(mayWithdraw({ ...own, stage: "lookedInto" }, area)).toBe(true);
    expect(mayWithdraw({ ...own, stage: "upheld" }, area)).toBe(false);
    expect(mayWithdraw({ ...own, stage: "withdrawn" }, area)).toBe(false);
  });

  test("is for the office where it entered it, or a resident has no account", () => {
    const others = { stage: "accepted", isOwn: false } as const;
    expect(mayWithdraw({ ...others, objector: "office" }, office)).toBe(true);
    expect(mayWithdraw({ ...others, objector: "resident" }, office)).toBe(true);
    expect(mayWithdraw({ ...others, objector: "area" }, office)).toBe(false);
    expect(mayWithdraw({ ...others, objector: "office" }, leader)).toBe(false);
  });
});

test("facts are put right only where one is in dispute, and only while it is looked into", () => {
  expect(admitsCorrections({ matter: "score", stage: "accepted" })).toBe(true);
  expect(admitsCorrections({ matter: "event", stage: "lookedInto" })).toBe(true);
  expect(admitsCorrections({ matter: "score", stage: "received" })).toBe(false);
  expect(admitsCorrections({ matter: "score", stage: "upheld" })).toBe(false);
  expect(admitsCorrections({ matter: "conduct", stage: "accepted" })).toBe(false);
});

describe("who objects about whom", () => {
  const names = new Map([["gj07", "第七居民区"]]);

  test("the office about anybody, an area and a person about the own result, a scorer about nobody", () => {
    expect(subjectsOf(office, names)).toEqual({ anybody: true });
    expect(subjectsOf(area, names)).toEqual({ anybody: false, own: [{ subject: "gj07", label: "第七居民区" }] });
    expect(subjectsOf({ ...scorer, staff: "p1" }, names)).toEqual({
      anybody: false,
      own: [{ subject: "p1", label: "本人" }],
    });
    expect(maySubmit(subjectsOf(office, names))).toBe(true);
    expect(maySubmit(subjectsOf(scorer, names))).toBe(false);
  });

  test("who looks into it is a scorer, a leader or the office, with an account in use", () => {
    expect(mayLookInto({ disabledAt: null, duties: [{ role: "departmentScorer" }] })).toBe(true);
    expect(mayLookInto({ disabledAt: "2025-01-01T00:00:00Z", duties: [{ role: "leader" }] })).toBe(false);
    expect(mayLookInto({ disabledAt: null, duties: [{ role: "area" }, { role: "financePreparer" }] })).toBe(false);
  });
});

describe("upholding", () => {
  const graded = { calculated: "优秀" };
  const asked = { takenUp: ["fact|gj07|R1||"], place: "一般", reason: "查实" };

  test("about a fact takes up what was chosen, and decides no grade", () => {
    expect(changeOf({ ...asked, objection: { matter: "score", subject: "gj07" }, standing: graded })).toEqual({
      takenUp: ["fact|gj07|R1||"],
      grades: [],
    });
  });

  test("about conduct decides the grade, or the tier of who has none, and takes up nothing", () => {
    const objection = { matter: "conduct", subject: "gj07" } as const;
    expect(changeOf({ ...asked, objection, standing: graded })).toEqual({
      takenUp: [],
      grades: [{ subject: "gj07", grade: "一般", tier: null, reason: "查实" }],
    });
    expect(changeOf({ ...asked, objection, standing: { calculated: null } }).grades).toEqual([
      { subject: "gj07", grade: null, tier: "一般", reason: "查实" },
    ]);
    expect(changeOf({ ...asked, place: null, objection, standing: graded })).toEqual({ takenUp: [], grades: [] });
  });
});

describe("an objection in words", () => {
  test("says until when what is to be done", () => {
    expect(dueWords({ stage: "received", due: "2025-03-07" })).toBe("2025-03-07 前受理");
    expect(dueWords({ stage: "refused", due: "2025-03-07" })).toBe("2025-03-07 前答复");
    expect(dueWords({ stage: "answered", due: null })).toBeUndefined();
  });

  test("says what it is about, and how it was found", () => {
    expect(aboutObjection({ matter: "score", item: "R1.1" })).toBe("得分 R1.1");
    expect(aboutObjection({ matter: "conduct", item: null })).toBe("工作表现");
    expect([null, true, false].map(outcomeWords)).toEqual([undefined, "异议成立", "异议不成立"]);
  });
});

test("what waits comes first, the soonest before the later, then what has ended, the newest first", () => {
  const list = [
    { number: 1, due: null },
    { number: 2, due: "2025-03-09" },
    { number: 3, due: null },
    { number: 4, due: "2025-03-07" },
    { number: 5, due: "2025-03-09" },
  ];
  expect(inOrderOfWork(list).map((one) => one.number)).toEqual([4, 2, 5, 3, 1]);
});

test("an item that several departments score is one choice", () => {
  const line = { counts: true, least: 0, most: 100, step: null, periods: [], done: 0, expected: 0, missing: [] };
  expect(
    itemChoices([
      { ...line, item: "R1.1", title: "党建", department: "党建办" },
      { ...line, item: "R1.1", title: "党建", department: "社建办" },
      { ...line, item: "R2", title: "平安", department: "平安办" },
    ]),
  ).toEqual([
    { value: "R1.1", label: "R1.1 党建" },
    { value: "R2", label: "R2 平安" },
  ]);
});
