import { App, DatePicker, Form, Input, Modal, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import type { EventForm } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { FilePicker } from "../files/FilePicker";
import { useMe } from "../session/session";
import { useRiskAction } from "./queries";

interface Values {
  subject: string;
  rule: string;
  department?: string;
  filedOn: Dayjs;
  description: string;
}

/** 报备案: what is attempted, for whom, and which deduction might follow. */
export function FileRiskDialog(props: { cycle: string; form: EventForm; open: boolean; close: () => void }) {
  const [fields] = Form.useForm<Values>();
  const [files, setFiles] = useState<readonly string[]>([]);
  const act = useRiskAction(props.cycle);
  const me = useMe();
  const { message } = App.useApp();
  const isOffice = me.roles.includes("townshipAdministrator");
  const departments = isOffice ? [] : props.form.departments;
  const file = (values: Values) =>
    act.mutate(
      {
        kind: "file",
        asked: {
          number: null,
          subject: values.subject,
          rule: values.rule,
          filedOn: values.filedOn.format("YYYY-MM-DD"),
          description: values.description.trim(),
          department: values.department ?? null,
          files: [...files],
        },
      },
      {
        onSuccess: () => {
          props.close();
          setFiles([]);
          void message.success("已报备案，待街镇主要领导批准");
        },
      },
    );
  return (
    <Modal
      title="报改革风险备案"
      open={props.open}
      okText="报备案"
      cancelText="取消"
      confirmLoading={act.isPending}
      okButtonProps={{ "data-testid": "file-risk-submit" }}
      onOk={() => fields.submit()}
      onCancel={props.close}
      afterClose={() => act.reset()}
      width="min(680px, 100vw)"
      destroyOnHidden
    >
      {act.isError && <LoadFailure title="没有备案" error={act.error} />}
      <Form<Values> form={fields} layout="vertical" preserve={false} onFinish={file} initialValues={{ filedOn: dayjs() }}>
        <Form.Item name="subject" label="对象" rules={[{ required: true, message: "请选择对象" }]}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            data-testid="risk-subject"
            options={props.form.subjects.map((one) => ({ value: one.id, label: one.name }))}
          />
        </Form.Item>
        <Form.Item name="rule" label="可能扣分的事项" rules={[{ required: true, message: "请选择事项" }]}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            data-testid="risk-rule"
            options={props.form.rules
              .filter((one) => one.waivers.length > 0)
              .map((one) => ({ value: one.id, label: one.title }))}
          />
        </Form.Item>
        {departments.length > 1 && (
          <Form.Item name="department" label="备案部门" rules={[{ required: true, message: "请选择部门" }]}>
            <Select options={departments.map((name) => ({ value: name, label: name }))} />
          </Form.Item>
        )}
        <Form.Item name="filedOn" label="备案日期" rules={[{ required: true, message: "请选择日期" }]}>
          <DatePicker allowClear={false} maxDate={dayjs()} />
        </Form.Item>
        <Form.Item
          name="description"
          label="探索内容和可能的失误"
          rules={[{ required: true, whitespace: true, message: "请写明内容" }]}
        >
          <Input.TextArea maxLength={1000} showCount autoSize={{ minRows: 3 }} data-testid="risk-description" />
        </Form.Item>
        <Form.Item label="佐证文件">
          <FilePicker
            cycle={props.cycle}
            label="风险备案"
            value={files}
            saved={[]}
            disabled={false}
            onChange={(change) => setFiles(change)}
            testId="risk-files"
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
