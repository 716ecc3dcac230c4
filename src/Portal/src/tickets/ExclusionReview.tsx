import { App, Button, Flex, Form, Input, Select, Typography } from "antd";
import { useState } from "react";
import { asProblem } from "../api/problem";
import type { AreaRates } from "../api/shapes";
import { useProblem } from "../display/useProblem";
import { Moved } from "../edits/Conflict";
import { latestStep, ticketColumns } from "./columns";
import { exclusionTitle, nextSteps, reasons, stepMeaning, stepTitle, type ExclusionStep } from "./exclusion";
import { type SeenTicket, useReviewExclusion } from "./queries";

interface Opinion {
  reason: (typeof reasons)[number] | null;
  note?: string;
}

const testIds: Record<ExclusionStep, string> = { 申请: "propose", 同意: "agree", 驳回: "refuse" };

/** 剔除审核: proposed with a reason, then agreed or refused; each step is confirmed and stays in the history. */
export function ExclusionReview(props: { of: SeenTicket; areas: readonly AreaRates[]; decided: () => void }) {
  const { ticket, tag } = props.of;
  const { message, modal } = App.useApp();
  const problem = useProblem();
  const [form] = Form.useForm<Opinion>();
  const review = useReviewExclusion(ticket.number);
  const [seen, setSeen] = useState<SeenTicket>();
  const take = (step: ExclusionStep, { reason, note }: Opinion) =>
    review.mutateAsync({ state: step, reason, note: note?.trim() || null, seen: tag }).then(
      () => {
        props.decided();
        // Not handed back: the dialog would wait until the message is gone.
        void message.success(`已${stepTitle(step, ticket.exclusion)}`);
      },
      // What was seen is shown next to what is there now; which steps there are follows from that.
      (error: unknown) => (asProblem(error).status === 412 ? setSeen(props.of) : problem.showDialog(error)),
    );
  const ask = (step: ExclusionStep) =>
    form.validateFields().then(
      (opinion) => {
        modal.confirm({
          title: `${stepTitle(step, ticket.exclusion)}？`,
          content: (
            <>
              <p>
                工单 {ticket.number}，理由：{opinion.reason}。
              </p>
              <p>{stepMeaning[step]}</p>
            </>
          ),
          okText: "确认",
          okButtonProps: { "data-testid": "exclusion-confirm" },
          onOk: () => take(step, opinion),
        });
      },
      () => undefined,
    );
  return (
    <section>
      <Typography.Title level={2}>剔除审核</Typography.Title>
      <p className="quiet section-note">{exclusionTitle(ticket)}</p>
      {seen && seen.tag !== tag && (
        <Moved
          key={tag}
          about="您打开之后，这件工单已有变动，您的意见尚未提交。请核对后再决定。"
          {...latestStep(props.of)}
          columns={ticketColumns(props.areas)}
          mine={seen.ticket}
          theirs={ticket}
          testId="exclusion-conflict"
        />
      )}
      <Form<Opinion> form={form} layout="vertical" initialValues={{ reason: ticket.exclusionReason }}>
        <Form.Item name="reason" label="理由" rules={[{ required: true, message: "请选择理由" }]}>
          <Select
            placeholder="选择理由"
            data-testid="exclusion-reason"
            options={reasons.map((value) => ({ value, label: value }))}
            style={{ maxWidth: 220 }}
          />
        </Form.Item>
        <Form.Item name="note" label="说明">
          <Input.TextArea rows={2} maxLength={500} showCount data-testid="exclusion-note" />
        </Form.Item>
      </Form>
      <Flex gap="small" wrap>
        {nextSteps(ticket.exclusion).map((step, at) => (
          <Button
            key={step}
            type={at === 0 ? "primary" : "default"}
            loading={review.isPending && review.variables.state === step}
            disabled={review.isPending}
            onClick={() => void ask(step)}
            data-testid={`exclusion-${testIds[step]}`}
          >
            {stepTitle(step, ticket.exclusion)}
          </Button>
        ))}
      </Flex>
    </section>
  );
}
