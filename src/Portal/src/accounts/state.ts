import type { AccountLine, KeyLine } from "../api/shapes";

type AccountState = "active" | "invited" | "locked" | "disabled";

/** What holds of an account: disabled above all, then that nobody took it up. */
export function stateOf(account: Pick<AccountLine, "disabledAt" | "invited" | "locked">): AccountState {
  if (account.disabledAt) return "disabled";
  if (account.invited) return "invited";
  return account.locked ? "locked" : "active";
}

export const stateWords: Record<AccountState, { title: string; colour: string }> = {
  active: { title: "使用中", colour: "success" },
  invited: { title: "已邀请，未设密码", colour: "processing" },
  locked: { title: "已锁定", colour: "error" },
  disabled: { title: "已停用", colour: "default" },
};

type KeyState = "valid" | "expired" | "revoked";

export function keyStateOf(key: Pick<KeyLine, "expiresAt" | "revokedAt">, now: Date): KeyState {
  if (key.revokedAt) return "revoked";
  return new Date(key.expiresAt) <= now ? "expired" : "valid";
}

export const keyStateWords: Record<KeyState, { title: string; colour: string }> = {
  valid: { title: "有效", colour: "success" },
  expired: { title: "已到期", colour: "default" },
  revoked: { title: "已撤销", colour: "default" },
};
