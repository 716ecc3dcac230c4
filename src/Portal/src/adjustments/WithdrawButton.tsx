import { App, Button } from "antd";
import { useProblem } from "../display/useProblem";
import { useAdjustmentAct } from "./queries";

/** 撤回: by the office, before the meeting has decided. */
export function WithdrawButton({ cycle, number }: { cycle: string; number: number }) {
  const act = useAdjustmentAct(cycle);
  const { message, modal } = App.useApp();
  const problem = useProblem();
  const ask = () =>
    void modal.confirm({
      title: `撤回第 ${number} 号调整意见？`,
      content: "撤回后不再报会议审定，也不能恢复；记录保留。仍需调整的须重新提出。",
      okText: "撤回",
      okButtonProps: { danger: true, "data-testid": "withdraw-adjustment-confirm" },
      cancelText: "再看看",
      onOk: () =>
        act
          .mutateAsync({ kind: "withdraw", number })
          .then(() => void message.success("调整意见已撤回"), problem.showDialog),
    });
  return (
    <Button danger onClick={ask} loading={act.isPending} data-testid={`withdraw-adjustment-${number}`}>
      撤回
    </Button>
  );
}
