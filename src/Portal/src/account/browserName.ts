// In this order: each of them calls itself by the names after it as well.
const browsers: [RegExp, string][] = [
  [/MicroMessenger\//, "微信"],
  [/DingTalk/, "钉钉"],
  [/QQBrowser\//, "QQ 浏览器"],
  [/360SE|QIHU/, "360 浏览器"],
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, "鸿蒙"],
  [/Android/, "安卓"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

const named = (words: [RegExp, string][], text: string) => words.find(([pattern]) => pattern.test(text))?.[1];

/** What a browser calls itself, in a word or two; what is not known is shown as it came. */
export function browserName(said: string | null): string {
  if (!said?.trim()) return "未知设备";
  const known = [named(browsers, said), named(systems, said)].filter((name) => name !== undefined);
  return known.length > 0 ? known.join(" · ") : said.slice(0, 40);
}
