import { Alert, App, Form, Input, Modal } from "antd";
import type { CycleView } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { useAdjustmentAct } from "./queries";
import { type Row, valueOf } from "./rows";
import { useSubjects } from "./subjects";
import { useIndicators } from "./useIndicators";
import { ValueRows } from "./ValueRows";
import { afterApproval } from "./words";

interface Values {
  reason: string;
  clause: string;
  values: Row[];
}

/** 提出调整意见: why, by which clause, and the values that are to count. */
export function ProposeDialog(props: { cycle: CycleView; open: boolean; close: () => void }) {
  const { cycle } = props;
  const [form] = Form.useForm<Values>();
  const act = useAdjustmentAct(cycle.id);
  const { message } = App.useApp();
  const subjects = useSubjects();
  const rows = Form.useWatch("values", form) ?? [];
  const indicators = useIndicators(
    cycle,
    rows.flatMap((row) => row?.subject ?? []),
    subjects.isArea,
  );
  const propose = ({ reason, clause, values }: Values) =>
    act.mutate(
      {
        kind: "propose",
        asked: {
          reason: reason.trim(),
          clause: clause.trim(),
          values: values.flatMap((row) => valueOf(row, indicators.of(row.subject ?? "")) ?? []),
        },
      },
      {
        onSuccess: () => {
          props.close();
          void message.success("调整意见已提出，待会议审定");
        },
      },
    );
  return (
    <Modal
      title="提出调整意见"
      open={props.open}
      onCancel={props.close}
      onOk={() => form.submit()}
      okText="提出"
      okButtonProps={{ "data-testid": "propose-adjustment-submit" }}
      cancelText="取消"
      confirmLoading={act.isPending}
      width="min(860px, 100vw)"
      destroyOnHidden
      afterClose={() => act.reset()}
    >
      <p>提出后报会议审定，由街镇主要领导的账号记录。{afterApproval}</p>
      {act.isError && <LoadFailure title="没有提出" error={act.error} />}
      {subjects.failure && <LoadFailure title="名册没有列出" error={subjects.failure} />}
      {indicators.failure && <LoadFailure title="指标没有全部列出" error={indicators.failure} />}
      <Form<Values> form={form} layout="vertical" preserve={false} onFinish={propose} initialValues={{ values: [{}] }}>
        <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, message: "请写明理由" }]}>
          <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2 }} data-testid="adjustment-reason-field" />
        </Form.Item>
        <Form.Item
          name="clause"
          label="依据条款"
          extra="方案中准许调整的条款，如“四（四）”。"
          rules={[{ required: true, whitespace: true, message: "请写明依据的条款" }]}
        >
          <Input maxLength={500} data-testid="adjustment-clause-field" />
        </Form.Item>
        {!indicators.calculated && (
          <Alert
            type="info"
            showIcon
            className="gap-below"
            title="尚未核算，只列出部门评分的项目；问卷、热线等指标核算以后可以选择。"
          />
        )}
        <ValueRows subjects={subjects} indicatorsOf={indicators.of} loading={indicators.isLoading} />
      </Form>
    </Modal>
  );
}
