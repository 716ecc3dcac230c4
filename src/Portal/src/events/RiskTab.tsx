import { App, Button, Card, DatePicker, Descriptions, Empty, Flex, Form, Modal, Skeleton, Tag } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import type { CycleView, EventForm, Risk, RiskState } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { moment } from "../display/times";
import { FilePicker } from "../files/FilePicker";
import { ReasonButton } from "../procedure/ReasonButton";
import { admitsEvents, rulesToApplyFor } from "./duties";
import { FileRiskDialog } from "./FileRiskDialog";
import { useRiskAction, useRisks } from "./queries";
import { applicantWords, subjectNames } from "./words";

const states: Record<RiskState, { title: string; colour: string }> = {
  filed: { title: "待批准", colour: "gold" },
  approved: { title: "已批准", colour: "success" },
  refused: { title: "未批准", colour: "error" },
};

/** 改革风险备案: filed before the attempt, approved by the leader; what waits is on top. */
export function RiskTab({ cycle, form }: { cycle: CycleView; form: EventForm }) {
  const risks = useRisks(cycle.id);
  const [filing, setFiling] = useState(false);
  const list = [...(risks.data ?? [])].sort((a, b) => Number(b.state === "filed") - Number(a.state === "filed") || b.version - a.version);
  return (
    <div className="stack">
      <Flex justify="space-between" align="center" gap="middle" wrap>
        <span className="quiet">改革探索可能出现失误的，事前备案，获批准后发生的扣分事项可以按方案免责。</span>
        {admitsEvents(cycle) && form.subjects.length > 0 && (rulesToApplyFor(form).length > 0 || form.departments.length > 0) && (
          <Button type="primary" onClick={() => setFiling(true)} data-testid="file-risk">
            报备案
          </Button>
        )}
      </Flex>
      {risks.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
      {risks.isError && <LoadFailure error={risks.error} retry={() => void risks.refetch()} />}
      {risks.data && list.length === 0 && (
        <Card>
          <Empty description="还没有改革风险备案。" data-testid="no-risks" />
        </Card>
      )}
      {list.map((risk) => (
        <RiskCard key={risk.number} cycle={cycle.id} form={form} risk={risk} />
      ))}
      <FileRiskDialog cycle={cycle.id} form={form} open={filing} close={() => setFiling(false)} />
    </div>
  );
}

function RiskCard({ cycle, form, risk }: { cycle: string; form: EventForm; risk: Risk }) {
  const act = useRiskAction(cycle);
  const nameOf = subjectNames(form);
  const said = [
    ["subject", "对象", nameOf(risk.subject)],
    ["rule", "事项", form.rules.find((one) => one.id === risk.rule)?.title ?? risk.rule],
    ["filedOn", "备案日期", risk.filedOn],
    ["approvedOn", "批准日期", risk.approvedOn],
    ["description", "探索内容和可能的失误", risk.description],
    ["applicant", "备案单位", applicantWords(risk, nameOf)],
    ["reason", "未批准的理由", risk.reason],
    ["by", "最近办理", `${risk.reportedBy}，${moment(risk.reportedAt)}`],
  ] as const;
  return (
    <Card
      title={`备案 ${risk.number}`}
      extra={<Tag color={states[risk.state].colour}>{states[risk.state].title}</Tag>}
      data-testid={`risk-${risk.number}`}
      data-state={risk.state}
    >
      <Descriptions
        column={1}
        size="small"
        items={said
          .filter(([, , value]) => value)
          .map(([key, label, value]) => ({ key, label, children: <span className="event-text">{value}</span> }))}
      />
      {risk.files.length > 0 && (
        <FilePicker
          cycle={cycle}
          label="风险备案"
          value={risk.files}
          saved={risk.files}
          disabled
          onChange={() => undefined}
          testId={`risk-files-${risk.number}`}
        />
      )}
      {risk.mayDecide && (
        <Flex gap="small" wrap>
          <ApproveRisk cycle={cycle} risk={risk} />
          <ReasonButton
            label="不批准"
            about="不批准的，发生的扣分事项不能据此免责。"
            done="已记录：不批准"
            danger
            testId={`refuse-risk-${risk.number}`}
            run={(reason) => act.mutateAsync({ kind: "refuse", number: risk.number, reason })}
          />
        </Flex>
      )}
    </Card>
  );
}

function ApproveRisk({ cycle, risk }: { cycle: string; risk: Risk }) {
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ on: Dayjs }>();
  const act = useRiskAction(cycle);
  const { message } = App.useApp();
  const approve = ({ on }: { on: Dayjs }) =>
    act.mutate(
      { kind: "approve", number: risk.number, on: on.format("YYYY-MM-DD") },
      {
        onSuccess: () => {
          setOpen(false);
          void message.success(`备案 ${risk.number} 已批准`);
        },
      },
    );
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)} data-testid={`approve-risk-${risk.number}`}>
        批准
      </Button>
      <Modal
        open={open}
        title={`批准备案 ${risk.number}`}
        okText="批准"
        cancelText="再看看"
        confirmLoading={act.isPending}
        okButtonProps={{ "data-testid": `approve-risk-${risk.number}-confirm` }}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        afterClose={() => act.reset()}
        destroyOnHidden
      >
        <p>批准日期以后发生的事项可以按方案免责；批准后不能撤回。</p>
        {act.isError && <LoadFailure title="没有批准" error={act.error} />}
        <Form form={form} layout="vertical" preserve={false} onFinish={approve} initialValues={{ on: dayjs() }}>
          <Form.Item name="on" label="批准日期" rules={[{ required: true, message: "请选择批准日期" }]}>
            <DatePicker allowClear={false} minDate={dayjs(risk.filedOn)} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
