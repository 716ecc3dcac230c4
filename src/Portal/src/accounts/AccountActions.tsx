import { App, Button, Flex } from "antd";
import { useState } from "react";
import type { AccountLine, InvitationLink } from "../api/shapes";
import { useProblem } from "../display/useProblem";
import { ChangeAccountDialog } from "./ChangeAccountDialog";
import { isProgram } from "./duty";
import { useAccountStep, useInviteAgain, type AccountStep } from "./queries";

/** What its keeper can do with an account. */
export function AccountActions(props: { account: AccountLine; invited: (link: InvitationLink) => void }) {
  const { account } = props;
  const { message, modal } = App.useApp();
  const problem = useProblem();
  const [changing, setChanging] = useState(false);
  const invite = useInviteAgain(account.userName);
  const step = useAccountStep(account.userName);
  const take = (name: AccountStep, done: string) =>
    // Not handed back: the dialog would wait until the message is gone.
    step.mutateAsync(name).then(() => void message.success(done), problem.showDialog);
  const program = isProgram(account);
  const disabled = account.disabledAt !== null;

  const askToInvite = () =>
    void modal.confirm({
      title: account.invited ? "重新发出邀请？" : "重新邀请（重置密码）？",
      content: account.invited
        ? "原链接立即失效，须把新链接交给本人。"
        : "原密码和原链接立即失效，已登录的设备全部退出；本人须用新链接重新设置密码。锁定也随之解除。",
      okText: "重新邀请",
      okButtonProps: { "data-testid": "invite-again-confirm" },
      onOk: () => invite.mutateAsync().then(props.invited, problem.showDialog),
    });

  const askToDisable = () =>
    void modal.confirm({
      title: `停用“${account.displayName}”？`,
      content: program
        ? "接口密钥全部撤销，程序立即不能再报送数据。已报送的数据不受影响。"
        : "已登录的设备立即退出，未用的邀请链接作废。该账号做过的事都保留。",
      okText: "停用",
      okButtonProps: { danger: true, "data-testid": "disable-account-confirm" },
      onOk: () => take("disable", "账号已停用"),
    });

  const askToRemoveSecondFactor = () =>
    void modal.confirm({
      title: `解除“${account.displayName}”的动态口令？`,
      content: "用于手机遗失等情形，请先核实确是本人提出。解除后已登录的设备全部退出，恢复码作废；所任职责必须使用动态口令的，下次登录时须重新绑定。",
      okText: "解除",
      okButtonProps: { danger: true, "data-testid": "remove-second-factor-confirm" },
      onOk: () => take("remove-second-factor", "已解除动态口令"),
    });

  return (
    <Flex gap="small" wrap>
      <Button onClick={() => setChanging(true)} data-testid="change-account">
        更改
      </Button>
      {!program && !disabled && (
        <Button onClick={askToInvite} data-testid={`invite-again-${account.userName}`}>
          重新邀请
        </Button>
      )}
      {account.secondFactor && (
        <Button onClick={askToRemoveSecondFactor} data-testid="remove-second-factor-of">
          解除动态口令
        </Button>
      )}
      {disabled ? (
        <Button
          type="primary"
          loading={step.isPending}
          onClick={() => void take("enable", "账号已恢复使用")}
          data-testid="enable-account"
        >
          恢复使用
        </Button>
      ) : (
        <Button danger onClick={askToDisable} data-testid="disable-account">
          停用
        </Button>
      )}
      {changing && <ChangeAccountDialog account={account} close={() => setChanging(false)} />}
    </Flex>
  );
}
