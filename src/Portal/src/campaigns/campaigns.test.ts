import { describe, expect, test } from "vitest";
import { totalOf, unmetByArea } from "./coverage";
import { householdCodes, linksFile, linksText, mostHouseholds, whyNotIssued, withAddress } from "./households";

describe("pasted codes of households", () => {
  test("are read from a column or a list, each once", () => {
    expect(householdCodes("1-101\r\n 1-102 \n\n1-101\t1-103，1-104、1-105; 1-106")).toEqual([
      "1-101",
      "1-102",
      "1-103",
      "1-104",
      "1-105",
      "1-106",
    ]);
  });

  test("keep a blank inside", () => {
    expect(householdCodes("3号楼 101")).toEqual(["3号楼 101"]);
  });

  test("are none, too many or too long", () => {
    const many = Array.from({ length: mostHouseholds + 1 }, (_, at) => `h${at}`);

    expect(whyNotIssued(householdCodes(" \n ,"))).toBe("请填写户号");
    expect(whyNotIssued(many)).toContain("10001");
    expect(whyNotIssued(["x".repeat(101)])).toContain("100 字");
    expect(whyNotIssued(many.slice(1))).toBeUndefined();
  });
});

describe("issued links", () => {
  const links = withAddress([{ household: "=1", url: "/s/abc" }], "http://assess.example:8080");

  test("have the platform's address", () => {
    expect(links[0]!.url).toBe("http://assess.example:8080/s/abc");
    expect(linksText(links)).toBe("=1\thttp://assess.example:8080/s/abc");
  });

  test("make a file in which no code is a formula", () => {
    expect(linksFile("共和居民区", links)).toBe(
      "\uFEFF居民区,户号,网址\r\n共和居民区,'=1,http://assess.example:8080/s/abc\r\n",
    );
  });
});

describe("coverage", () => {
  const unmet = (subject: string, detail: string, code = "coverage.unmet") => ({
    code,
    subject,
    detail,
    message: `${detail} 不足`,
  });

  test("is unmet where the calculation says so of this campaign", () => {
    const findings = [
      unmet("gj01", "online.H1"),
      unmet("gj01", "online.H2"),
      unmet("gj02", "meeting"),
      unmet("gj02", "meeting.partyMembers"),
      unmet("gj03", "meeting", "line.last"),
    ];

    expect([...unmetByArea(findings, { channel: "online", wave: "H2" })]).toEqual([["gj01", ["online.H2 不足"]]]);
    expect([...unmetByArea(findings, { channel: "meeting", wave: null })]).toEqual([
      ["gj02", ["meeting 不足", "meeting.partyMembers 不足"]],
    ]);
  });

  test("is summed over the areas", () => {
    const area = { name: "", share: null, allPartyMembers: 9 };

    expect(
      totalOf([
        { ...area, area: "gj01", households: 100, answered: 7, partyMembers: 2 },
        { ...area, area: "gj02", households: 50, answered: 0, partyMembers: 0 },
      ]),
    ).toEqual({ households: 150, answered: 7, partyMembers: 2, reached: 1 });
  });
});
