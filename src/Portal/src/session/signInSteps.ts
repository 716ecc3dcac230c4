import type { Problem } from "../api/problem";

/** Signing in takes a password and, where the account has one, a second factor. */
export type SignInStep = "password" | "factor";

/** What is asked for after a refusal. */
export function stepAfter(refusal: Problem, before: SignInStep): SignInStep {
  switch (refusal.code) {
    case "second-factor-is-needed":
    case "second-factor-is-wrong":
      return "factor";
    case "user-name-or-password-is-wrong":
    case "account-is-locked":
    case "account-is-disabled":
      return "password";
    default:
      // Too many attempts, a server that is away: what was typed may still be right.
      return before;
  }
}

/** Being asked for the second factor is no failure. */
export const isTrouble = (refusal: Problem): boolean => refusal.code !== "second-factor-is-needed";

const titles: Record<string, string> = {
  "account-is-locked": "账号已暂时锁定",
  "account-is-disabled": "账号已停用",
  "too-many-sign-ins": "尝试过于频繁",
  "too-many-requests": "尝试过于频繁",
  unreachable: "无法连接",
  "second-factor-is-wrong": "口令不正确",
};

export const troubleTitle = (refusal: Problem): string => titles[refusal.code] ?? "未能登录";
