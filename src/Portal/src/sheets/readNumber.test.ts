import { describe, expect, it } from "vitest";
import { numberText, readNumber } from "./readNumber";

describe("A text in a cell", () => {
  it.each([
    ["8", 8],
    [" 8.50 ", 8.5],
    ["８．５", 8.5],
    ["８。５", 8.5],
    ["１，２３４．５", 1234.5],
    ["1,234,567.25", 1234567.25],
    ["-3", -3],
    ["－３", -3],
    ["−3", -3],
    ["+2", 2],
    [".5", 0.5],
    ["5.", 5],
    ["85分", 85],
    ["85 分", 85],
    ["\u00a07\u3000", 7],
    ["-0", 0],
  ])("%j is %d", (text, value) => {
    expect(readNumber(text)).toEqual({ kind: "number", value });
  });

  it.each(["", "  ", "\u3000", "\u00a0"])("%j is empty", (text) => {
    expect(readNumber(text)).toEqual({ kind: "empty" });
  });

  it.each(["优", "8,5", "12,34", "1.2.3", "1e3", "8-9", "80%", "分", ".", "-", "0x10", "1 2", "1234567890.1234567"])(
    "%j is no number",
    (text) => {
      expect(readNumber(text)).toEqual({ kind: "unreadable" });
    },
  );
});

it("shows a value with its own decimals, and nothing as nothing", () => {
  expect([8, 8.5, 0, null, undefined].map(numberText)).toEqual(["8", "8.5", "0", "", ""]);
});
