import { describe, expect, test } from "vitest";
import { browserName } from "./browserName";
import { outcomeColour } from "./words";

describe("a browser", () => {
  test.each([
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0", "Edge · Windows"],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36", "Chrome · Windows"],
    ["Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36 MicroMessenger/8.0", "微信 · 安卓"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1", "Safari · iPhone"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox · macOS"],
  ])("that says %j is known by name", (said, name) => {
    expect(browserName(said)).toBe(name);
  });

  test("that nobody knows is shown as it came", () => {
    expect(browserName("curl/8.5.0")).toBe("curl/8.5.0");
    expect(browserName(null)).toBe("未知设备");
  });
});

test("a sign-in that waits for the second factor is neither well nor not", () => {
  expect(outcomeColour("signedIn")).toBe("success");
  expect(outcomeColour("secondFactorNeeded")).toBe("default");
  expect(outcomeColour("lockedNow")).toBe("error");
});
