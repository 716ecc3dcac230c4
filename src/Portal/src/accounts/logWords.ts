import type { AccountEvent, AccountLogLine } from "../api/shapes";
import { roleName } from "../session/roles";

export const eventWords: Record<AccountEvent, string> = {
  opened: "开立账号",
  invited: "发出邀请",
  invitationAccepted: "接受邀请，设置密码",
  passwordChanged: "修改密码",
  changed: "更改名称或职责",
  disabled: "停用",
  enabled: "恢复使用",
  secondFactorEnrolled: "绑定动态口令",
  secondFactorRemoved: "解除动态口令",
  keyIssued: "签发接口密钥",
  keyRevoked: "撤销接口密钥",
  providerLinked: "关联外部登录",
  providerUnlinked: "解除外部登录",
};

/** What an entry of the log adds to its name. */
export function detailsText(line: Pick<AccountLogLine, "event" | "details">): string {
  if (!line.details) return "";
  switch (line.event) {
    case "opened":
    case "changed":
      return `职责：${line.details.split(",").map(roleName).join("、")}`;
    case "keyIssued":
    case "keyRevoked":
      return `末四位 ${line.details}`;
    default:
      return line.details;
  }
}
