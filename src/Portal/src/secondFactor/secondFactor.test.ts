import { describe, expect, test } from "vitest";
import { asImage, grouped, isComplete, shownFactor } from "./shownFactor";

describe("a code", () => {
  test.each(["123456", "123 456", " 123456 ", "１２３４５６"])("typed as %j is sent as six digits", (typed) => {
    expect(shownFactor("code", typed)).toEqual({ code: "123456", recoveryCode: null });
    expect(isComplete("code", typed)).toBe(true);
  });

  test.each(["", "12345", "1234567", "12345a"])("is not complete as %j", (typed) => {
    expect(isComplete("code", typed)).toBe(false);
  });
});

describe("a recovery code", () => {
  test.each(["ABCDE-FGHJK", "abcde-fghjk", "abcdefghjk", " ABCDE FGHJK "])("typed as %j is sent as it was given", (typed) => {
    expect(shownFactor("recoveryCode", typed)).toEqual({ code: null, recoveryCode: "ABCDE-FGHJK" });
  });

  test("of another length is left to the service", () => {
    expect(shownFactor("recoveryCode", "abc").recoveryCode).toBe("ABC");
    expect(isComplete("recoveryCode", "  ")).toBe(false);
  });
});

describe("the app's key", () => {
  test("is shown in groups of four", () => {
    expect(grouped("ABCDEFGHIJ")).toBe("ABCD EFGH IJ");
    expect(grouped("ABCDEFGH")).toBe("ABCD EFGH");
  });

  test("as a drawing is an image without markup", () => {
    expect(asImage('<svg a="#1">')).toBe("data:image/svg+xml;charset=utf-8,%3Csvg%20a%3D%22%231%22%3E");
  });
});
