import { App, Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { LoadFailure } from "../display/LoadFailure";

/** Asks why before it does something. */
export function ReasonButton<T>(props: {
  label: string;
  about: string;
  done: string | ((outcome: T) => string);
  danger?: boolean;
  testId?: string;
  run: (reason: string) => Promise<T>;
}) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [form] = Form.useForm<{ reason: string }>();
  const { message } = App.useApp();
  const run = async ({ reason }: { reason: string }) => {
    setBusy(true);
    setFailure(undefined);
    try {
      const outcome = await props.run(reason.trim());
      setOpen(false);
      void message.success(typeof props.done === "string" ? props.done : props.done(outcome));
    } catch (refusal) {
      setFailure(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button danger={props.danger ?? false} onClick={() => setOpen(true)} data-testid={props.testId}>
        {props.label}
      </Button>
      <Modal
        open={open}
        title={props.label}
        okText={props.label}
        cancelText="取消"
        confirmLoading={busy}
        okButtonProps={{ danger: props.danger ?? false, ...(props.testId && { "data-testid": `${props.testId}-confirm` }) }}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p>{props.about}</p>
        {failure !== undefined && <LoadFailure title="没有办理" error={failure} />}
        <Form form={form} layout="vertical" preserve={false} onFinish={(values) => void run(values)}>
          <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, message: "请写明理由" }]}>
            <Input.TextArea
              maxLength={500}
              autoSize={{ minRows: 2 }}
              data-testid={props.testId && `${props.testId}-reason`}
            />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
