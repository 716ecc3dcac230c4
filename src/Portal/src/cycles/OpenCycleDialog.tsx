import { Checkbox, Form, InputNumber, Modal, Select } from "antd";
import { useNavigate } from "react-router";
import { LoadFailure } from "../display/LoadFailure";
import { useOpenCycle, useSchemes } from "./queries";

interface Values {
  scheme: string;
  year: number;
  rehearsal: boolean;
}

export function OpenCycleDialog(props: { open: boolean; close: () => void }) {
  const [form] = Form.useForm<Values>();
  const go = useNavigate();
  const schemes = useSchemes(props.open);
  const open = useOpenCycle();
  const adopted = new Map(schemes.data?.adopted.map((scheme) => [scheme.id, scheme.title]));
  const offered = new Map([...(schemes.data?.catalog.map((scheme) => [scheme.id, scheme.title] as const) ?? []), ...adopted]);
  return (
    <Modal
      title="建立考核周期"
      open={props.open}
      onCancel={props.close}
      onOk={() => form.submit()}
      okText="建立"
      okButtonProps={{ "data-testid": "open-cycle-submit" }}
      confirmLoading={open.isPending}
      destroyOnHidden
      afterClose={() => {
        form.resetFields();
        open.reset();
      }}
    >
      {schemes.isError && <LoadFailure error={schemes.error} retry={() => void schemes.refetch()} />}
      {open.isError && <LoadFailure error={open.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ year: new Date().getFullYear(), rehearsal: false }}
        onFinish={(request) =>
          open.mutate(
            { ...request, fromCatalog: !adopted.has(request.scheme) },
            { onSuccess: (cycle) => void go(`/cycles/${cycle.id}`) },
          )
        }
      >
        <Form.Item
          name="scheme"
          label="考核方案"
          extra="周期建立后沿用方案的当前版本，方案以后的修改不影响本周期。"
          rules={[{ required: true, message: "请选择方案" }]}
        >
          <Select
            loading={schemes.isPending}
            data-testid="open-cycle-scheme"
            options={[...offered].map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item name="year" label="年度" rules={[{ required: true, message: "请输入年度" }]}>
          <InputNumber min={2000} max={2100} data-testid="open-cycle-year" />
        </Form.Item>
        <Form.Item
          name="rehearsal"
          valuePropName="checked"
          extra="演练可以走完全部步骤，各页面和文件均标明“演练”；不结转下一年度，不能据以发放，可以一次删除。"
        >
          <Checkbox data-testid="open-cycle-rehearsal">演练</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}
