import { describe, expect, test } from "vitest";
import { compareNumbers, compareTexts } from "./compare";
import { csv } from "./csv";
import { fullName, shortName } from "./itemName";
import { money, plain, points } from "./numbers";
import { moment } from "./times";

describe("numbers", () => {
  test("totals have two decimals, and what is missing has a dash", () => {
    expect(points(86.02)).toBe("86.02");
    expect(points(0)).toBe("0.00");
    expect(points(null)).toBe("—");
  });

  test.each([
    [15.825, "15.83"],
    [1.005, "1.01"],
    [-7.985, "-7.99"],
    [-0.001, "0.00"],
    [8.345, "8.35"],
  ])("%d is rounded half away from zero", (value, shown) => {
    expect(points(value)).toBe(shown);
  });

  test("money has its thousands and its fen", () => {
    expect(money(133500)).toBe("133,500.00 元");
    expect(money(0.5)).toBe("0.50 元");
    expect(money(null)).toBe("—");
  });

  test("numbers of an explanation have at most four decimals and no idle zeros", () => {
    expect(plain(14.729999999999999)).toBe("14.73");
    expect(plain(33.02625)).toBe("33.0263");
    expect(plain(20)).toBe("20");
  });

  test("a time that is none is a dash", () => {
    expect(moment(undefined)).toBe("—");
    expect(moment("not a time")).toBe("—");
  });
});

describe("items", () => {
  test.each([
    ["R2.1", "R2.1", "R2.1 走访服务"],
    ["G", "G", "G 走访服务"],
    ["L10", "L10", "L10 走访服务"],
    ["internal", "走访服务", "走访服务"],
  ])("%s is shown as a number only where the document has it", (id, short, full) => {
    expect(shortName({ id, title: "走访服务" })).toBe(short);
    expect(fullName({ id, title: "走访服务" })).toBe(full);
  });
});

describe("sorting", () => {
  // The table negates the comparison when it sorts descending.
  const sorted = (values: (number | null)[], order: "ascend" | "descend") =>
    [...values].sort((a, b) => (order === "descend" ? -1 : 1) * compareNumbers(a, b, order));

  test("puts what is missing last in either direction", () => {
    expect(sorted([null, 2, 1, null, 3], "ascend")).toEqual([1, 2, 3, null, null]);
    expect(sorted([null, 2, 1, null, 3], "descend")).toEqual([3, 2, 1, null, null]);
  });

  test("reads the numbers inside names", () => {
    expect(["高境10居", "高境9居", "高境1居"].sort(compareTexts)).toEqual(["高境1居", "高境9居", "高境10居"]);
  });
});

describe("CSV", () => {
  test("opens as UTF-8 and quotes what would break a row", () => {
    expect(csv([["行", "原因"], [12, '含"引号",和逗号']])).toBe('\uFEFF行,原因\r\n12,"含""引号"",和逗号"\r\n');
  });

  test.each(["=1+1", "+86", "-5", "@name"])("lets no cell be a formula: %s", (cell) => {
    expect(csv([[cell]])).toBe(`\uFEFF'${cell}\r\n`);
  });

  test("leaves numbers alone, also below zero", () => {
    expect(csv([[-5, null]])).toBe("\uFEFF-5,\r\n");
  });
});
