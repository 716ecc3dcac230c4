import { App, Button } from "antd";
import { useState } from "react";
import { ConfirmByCode } from "../secondFactor/ConfirmByCode";
import type { PanelProps } from "./DueStep";
import { OpenCampaigns } from "./OpenCampaigns";
import { useAct } from "./queries";
import { Waiting } from "./Waiting";

/** 生效: what follows from it is said before the leader signs, with the second factor. */
export function FinalPanel({ cycle, leader }: PanelProps) {
  const act = useAct(cycle);
  const { message } = App.useApp();
  const [signing, setSigning] = useState(false);
  if (!leader) return <Waiting who="街镇主要领导签批" />;
  return (
    <>
      <p>考核结果已经集体研究决定，签批后生效。</p>
      <OpenCampaigns cycle={cycle} />
      <Button type="primary" onClick={() => setSigning(true)} data-testid="finalize">
        签批生效
      </Button>
      <ConfirmByCode
        open={signing}
        title="签批生效？"
        about="生效后结果即为定案，绩效发放表随即可以编制。此操作不能撤回，确有错误的按更正程序办理。请输入动态口令，确认由您本人签批。"
        submit="签批生效"
        failed="没有生效"
        run={() => act.mutateAsync({ kind: "finalize" })}
        done={() => {
          setSigning(false);
          void message.success("考核结果已生效");
        }}
        close={() => setSigning(false)}
      />
    </>
  );
}
