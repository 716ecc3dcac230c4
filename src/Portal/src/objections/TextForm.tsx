import { App, Button, Form, Input, Typography } from "antd";
import type { Objection } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { type ObjectionAct, useObjectionAct } from "./queries";

/** A stage that leaves a text: what was found, what the objector is told. */
export function TextForm(props: {
  cycle: string;
  objection: Objection;
  title: string;
  label: string;
  missing: string;
  submit: string;
  done: string;
  act: (text: string) => ObjectionAct;
}) {
  const act = useObjectionAct(props.cycle, props.objection.number);
  const { message } = App.useApp();
  return (
    <section>
      <Typography.Title level={2}>{props.title}</Typography.Title>
      {act.isError && <LoadFailure title="没有办理" error={act.error} />}
      <Form<{ text: string }>
        layout="vertical"
        onFinish={({ text }) =>
          act.mutate(props.act(text.trim()), { onSuccess: () => void message.success(props.done) })
        }
      >
        <Form.Item
          name="text"
          label={props.label}
          rules={[{ required: true, whitespace: true, message: props.missing }]}
        >
          <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 3 }} data-testid="objection-form-text" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={act.isPending} data-testid="objection-form-submit">
          {props.submit}
        </Button>
      </Form>
    </section>
  );
}
