import { describe, expect, test } from "vitest";
import { afterAsking, cancellationStep } from "./cancellation";

const asked = { reason: "方案选错了", by: "office", isOpen: true, declined: null };
const declined = { ...asked, isOpen: false, declined: "数据已经收齐" };

describe("The cancelling of a cycle", () => {
  test("is asked for by the office alone", () => {
    expect(cancellationStep(null, ["townshipAdministrator"])).toBe("ask");
    expect(cancellationStep(undefined, ["townshipAdministrator"])).toBe("ask");
    expect(cancellationStep(null, ["leader"])).toBe("nothing");
    expect(cancellationStep(null, ["departmentScorer"])).toBe("nothing");
  });

  test("is answered by the leader, while the office waits", () => {
    expect(cancellationStep(asked, ["leader"])).toBe("answer");
    expect(cancellationStep(asked, ["townshipAdministrator"])).toBe("waiting");
    expect(cancellationStep(asked, ["departmentScorer"])).toBe("nothing");
  });

  test("that was declined is shown with the reason, and can be asked for again", () => {
    expect(cancellationStep(declined, ["townshipAdministrator"])).toBe("askAfterDeclined");
    expect(cancellationStep(declined, ["leader"])).toBe("nothing");
  });

  test("says whether somebody has to agree", () => {
    expect(afterAsking(true)).toContain("同意");
    expect(afterAsking(false)).toBe("考核已撤销");
  });
});
