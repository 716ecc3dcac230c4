import { describe, expect, test } from "vitest";
import { correctionStage, correctionWords, heldUp } from "./correction";
import { aboutDifference, isEmpty, ofSubjectFirst, whatFollows } from "./differences";

describe("a correction", () => {
  test("can be opened of a final result, is opened, then waits to be decided and signed again", () => {
    expect(correctionStage({ correction: null, isFinal: false })).toBe("none");
    expect(correctionStage({ correction: null, isFinal: true })).toBe("possible");
    expect(correctionStage({ correction: "统计有误", isFinal: true })).toBe("opened");
    expect(correctionStage({ correction: "统计有误", isFinal: false })).toBe("made");
  });

  test("says why, and which version stands meanwhile", () => {
    expect(correctionWords({ correction: null, isFinal: true, version: 1 })).toBeUndefined();
    for (const isFinal of [true, false]) {
      const words = correctionWords({ correction: "统计有误", isFinal, version: 2 });
      expect(words).toContain("统计有误");
      expect(words).toContain("第 2 版结果继续有效");
    }
  });
});

describe("open objections", () => {
  const steps = (...progress: ("taken" | "due" | "waiting")[]) =>
    (["freeze", "publicise", "decide", "publicise", "final"] as const).map((kind, position) => ({
      kind,
      position,
      progress: progress[position] ?? ("waiting" as const),
    }));

  test("hold up the next decision or signing, and nothing where none is open", () => {
    expect(heldUp({ openObjections: 1, steps: steps("taken", "due") })).toBe(2);
    expect(heldUp({ openObjections: 1, steps: steps("taken", "taken", "taken", "due") })).toBe(4);
    expect(heldUp({ openObjections: 0, steps: steps("taken", "due") })).toBeUndefined();
    expect(
      heldUp({ openObjections: 1, steps: steps("taken", "taken", "taken", "taken", "taken") }),
    ).toBeUndefined();
  });
});

describe("a difference", () => {
  test("says what differs", () => {
    const fact = { kind: "fact", item: "L1", by: "城管中队", period: "Q1", event: null } as const;
    expect(aboutDifference(fact)).toBe("得分 L1 城管中队 Q1");
    expect(aboutDifference({ ...fact, kind: "event", item: "honour", by: null, period: null, event: "E7" })).toBe(
      "加减分事项 E7（honour）",
    );
    expect(aboutDifference({ ...fact, kind: "area", item: null, by: null, period: null })).toBe("居民区登记");
  });

  test("of the subject in dispute comes first", () => {
    const list = ["a", "b", "a", "c"].map((subject, at) => ({ subject, at }));
    expect(ofSubjectFirst(list, "a").map((one) => one.at)).toEqual([0, 2, 1, 3]);
    expect(ofSubjectFirst(list, null).map((one) => one.at)).toEqual([0, 1, 2, 3]);
  });
});

describe("what follows from a change", () => {
  const moved = {
    subject: "gj07",
    name: "第七居民区",
    gradeBefore: "合格",
    gradeAfter: "优秀",
    placeBefore: null,
    placeAfter: null,
    totalBefore: 80,
    totalAfter: 90,
    causes: [],
  };
  const grade = { subject: "gj07", grade: "一般", tier: null, reason: "查实" };

  test("is said in so many words", () => {
    expect(whatFollows({ takenUp: ["x", "y"], grades: [] }, { moved: [moved], to: "集体研究决定" })).toBe(
      "采用 2 项变动，1 个对象的结果随之改变。程序从“集体研究决定”继续办理。记录后不能撤回。",
    );
    expect(whatFollows({ takenUp: null, grades: [grade] }, { moved: [], to: null })).toBe(
      "改定 1 个对象的等次，没有人的结果改变。记录后不能撤回。",
    );
  });

  test("is nothing where nothing was chosen", () => {
    expect(isEmpty({ takenUp: [], grades: null })).toBe(true);
    expect(isEmpty({ takenUp: null, grades: [grade] })).toBe(false);
  });
});
