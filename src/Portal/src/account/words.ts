import type { SignInKind, SignInOutcome } from "../api/shapes";

export const outcomeWords: Record<SignInOutcome, string> = {
  signedIn: "登录成功",
  unknownName: "用户名不存在",
  wrongPassword: "密码不正确",
  locked: "账号锁定中，未予登录",
  lockedNow: "连续失败，账号锁定",
  disabled: "账号已停用，未予登录",
  secondFactorNeeded: "密码正确，等待动态口令",
  wrongSecondFactor: "动态口令不正确",
  tooMany: "尝试过于频繁",
  wrongKey: "接口密钥无效",
  providerRefused: "外部登录未完成",
  unknownOutsidePerson: "外部身份未关联账号",
  secondFactorShown: "再次出示动态口令",
};

/** How an attempt is marked: well, on the way, or not well. */
export const outcomeColour = (outcome: SignInOutcome): "success" | "default" | "error" => {
  if (outcome === "signedIn" || outcome === "secondFactorShown") return "success";
  return outcome === "secondFactorNeeded" ? "default" : "error";
};

export const kindWords: Record<SignInKind, string> = {
  cookie: "浏览器",
  token: "程序",
  key: "接口密钥",
  provider: "外部登录",
};
