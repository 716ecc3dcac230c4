import { ReasonButton } from "../procedure/ReasonButton";
import { useAdjustmentAct } from "./queries";

/** 会议不同意调整. */
export function RefuseButton({ cycle, number }: { cycle: string; number: number }) {
  const act = useAdjustmentAct(cycle);
  return (
    <ReasonButton
      label="不同意调整"
      about="数据不变，仍按原数据计算；记录后不能撤回，需要调整的由考核办公室重新提出。"
      done="已记录：不同意调整"
      danger
      testId={`refuse-adjustment-${number}`}
      run={(reason) => act.mutateAsync({ kind: "refuse", number, reason })}
    />
  );
}
