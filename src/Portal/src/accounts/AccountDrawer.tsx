import { Alert, Descriptions, Drawer, Tabs, Tag } from "antd";
import { useState } from "react";
import type { AccountLine, InvitationLink } from "../api/shapes";
import { SignInTable } from "../account/SignInTable";
import { none } from "../display/numbers";
import { moment } from "../display/times";
import { mayKeep } from "../session/roles";
import { useMe } from "../session/session";
import { AccountActions } from "./AccountActions";
import { AccountLog } from "./AccountLog";
import { dutiesText, isProgram } from "./duty";
import { KeysPanel } from "./KeysPanel";
import { useSignIns } from "./queries";
import { stateOf, stateWords } from "./state";

/** 账号详情 */
export function AccountDrawer(props: {
  account: AccountLine;
  townshipName: (id: string | null) => string;
  invited: (link: InvitationLink) => void;
  close: () => void;
}) {
  const { account } = props;
  const me = useMe();
  const kept = mayKeep(me, account);
  const state = stateOf(account);
  const program = isProgram(account);
  return (
    <Drawer title={account.displayName} open onClose={props.close} size={640} data-testid="account-drawer">
      <div className="stack">
        <Descriptions
          column={{ xs: 1, sm: 2 }}
          size="small"
          items={[
            { key: "userName", label: "用户名", children: account.userName },
            { key: "township", label: "街镇", children: props.townshipName(account.township) },
            {
              key: "duties",
              label: "职责",
              span: "filled",
              children: <span data-testid="account-duties">{dutiesText(account.duties)}</span>,
            },
            { key: "staff", label: "工作人员编号", children: account.staff ?? none },
            {
              key: "state",
              label: "状态",
              children: (
                <Tag color={stateWords[state].colour} data-testid="account-state">
                  {stateWords[state].title}
                  {account.disabledAt && `（${moment(account.disabledAt)}）`}
                </Tag>
              ),
            },
            ...(program
              ? []
              : [{ key: "factor", label: "动态口令", children: account.secondFactor ? "已绑定" : "未绑定" }]),
          ]}
        />
        {state === "locked" && (
          <Alert
            type="warning"
            showIcon
            title="连续输错密码或动态口令，暂时锁定"
            description="15 分钟后自动解除；急用或怀疑他人尝试时可重新邀请，本人设置新密码后立即解除。"
          />
        )}
        {kept ? (
          <AccountActions account={account} invited={props.invited} />
        ) : (
          <Alert
            type="info"
            showIcon
            title={
              account.userName === me.userName
                ? "这是您本人的账号，在“我的账号”中修改密码和动态口令；其他变动由其他管理员办理。"
                : "这个账号由区级管理。"
            }
          />
        )}
        <Tabs
          items={[
            ...(program ? [{ key: "keys", label: "接口密钥", children: <KeysPanel account={account} kept={kept} /> }] : []),
            ...(program
              ? []
              : [{ key: "sign-ins", label: "登录记录", children: <SignIns userName={account.userName} /> }]),
            { key: "log", label: "变动记录", children: <AccountLog userName={account.userName} /> },
          ]}
        />
      </div>
    </Drawer>
  );
}

function SignIns({ userName }: { userName: string }) {
  const [page, setPage] = useState(1);
  return <SignInTable lines={useSignIns(userName, page)} page={page} turn={setPage} />;
}
