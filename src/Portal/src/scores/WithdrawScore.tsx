import { App, Button, Input, Popconfirm } from "antd";
import { useState } from "react";
import { useWithdrawScore } from "./queries";

/** 撤回评分: the reason stays in the ledger with the score. */
export function WithdrawScore(props: {
  cycle: string;
  area: string;
  name: string;
  item: string;
  department: string;
  period: string | null;
  /** The ledger's entry that would be withdrawn. */
  seen: number;
  /** With the id of the entry that says so. */
  withdrawn: (id: number) => void;
  refused: (error: unknown) => void;
}) {
  const { area, item, department, period, seen } = props;
  const { message } = App.useApp();
  const [reason, setReason] = useState("");
  const withdrawal = useWithdrawScore(props.cycle);
  const withdraw = () =>
    void withdrawal.mutateAsync({ area, item, department, period, reason: reason.trim(), seen }).then((id) => {
      props.withdrawn(id);
      void message.success(`${props.name}：评分已撤回`);
    }, props.refused);
  return (
    <Popconfirm
      title={`撤回对${props.name}的评分？`}
      description={
        <>
          <p>撤回后该项视为未评分；原分和撤回理由保留在台账中。</p>
          <Input
            aria-label="撤回理由"
            data-testid="withdraw-reason"
            placeholder="撤回理由（必填）"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      }
      okText="撤回"
      okButtonProps={{ danger: true, disabled: reason.trim() === "", "data-testid": "withdraw-confirm" }}
      cancelText="取消"
      onConfirm={withdraw}
      onOpenChange={(open) => {
        if (!open) setReason("");
      }}
    >
      <Button type="link" danger loading={withdrawal.isPending} data-testid={`withdraw-score-${area}`}>
        撤回
      </Button>
    </Popconfirm>
  );
}
