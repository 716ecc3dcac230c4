import { expect, test } from "vitest";
import { importServices, kindTitle } from "./kinds";

test("an account asks the services that its roles may import into", () => {
  expect(importServices(["departmentScorer"])).toEqual([]);
  expect(importServices(["surveyor"])).toEqual(["survey"]);
  expect(importServices(["financePreparer"])).toEqual(["payout"]);
  expect(importServices(["townshipAdministrator"])).toEqual(["scoring", "survey", "hotline", "payout"]);
});

test("a kind is called by its title, and by its code where that is not known", () => {
  const areas = { service: "scoring", kind: "areas", title: "居民区名册", about: "", forCycle: false, columns: [], canBeUndone: true, reasonTitle: null };

  expect(kindTitle([areas], "areas")).toBe("居民区名册");
  expect(kindTitle([areas], "tickets")).toBe("tickets");
});
