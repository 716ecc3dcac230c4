import { App, Button, Form, Modal } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import type { Adjustment } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { meetingOf, type MeetingValues } from "../procedure/meeting";
import { MeetingFields } from "../procedure/MeetingFields";
import { useProcedure } from "../procedure/queries";
import { useAdjustmentAct } from "./queries";
import { afterApproval } from "./words";

/** 审定: what follows is said, and the meeting that approved it is recorded. */
export function ApproveButton({ cycle, adjustment }: { cycle: string; adjustment: Pick<Adjustment, "number" | "values"> }) {
  const { number, values } = adjustment;
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<MeetingValues>();
  const procedure = useProcedure(cycle);
  const act = useAdjustmentAct(cycle);
  const { message } = App.useApp();
  const approve = (meeting: MeetingValues) =>
    act.mutate(
      { kind: "approve", number, meeting: meetingOf(meeting) },
      {
        onSuccess: () => {
          setOpen(false);
          void message.success("调整已审定，计入下一次计算");
        },
      },
    );
  return (
    <>
      <Button
        type="primary"
        onClick={() => setOpen(true)}
        data-testid={`approve-adjustment-${number}`}
      >
        记录会议审定
      </Button>
      <Modal
        open={open}
        title={`审定第 ${number} 号调整意见`}
        okText="审定"
        cancelText="再看看"
        confirmLoading={act.isPending}
        okButtonProps={{ disabled: !procedure.data, "data-testid": "approve-adjustment-confirm" }}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        afterClose={() => act.reset()}
        destroyOnHidden
      >
        <p>
          共调整 {values.length} 项。{afterApproval}记录后不能修改。
        </p>
        {act.isError && <LoadFailure title="没有记录" error={act.error} />}
        {procedure.isError && <LoadFailure error={procedure.error} retry={() => void procedure.refetch()} />}
        {procedure.data && (
          <Form<MeetingValues>
            form={form}
            layout="vertical"
            preserve={false}
            initialValues={{
              date: dayjs(procedure.data.today),
              body: procedure.data.steps.find((step) => step.kind === "decide")?.by ?? "",
            }}
            onFinish={approve}
          >
            <MeetingFields today={procedure.data.today} />
          </Form>
        )}
      </Modal>
    </>
  );
}
