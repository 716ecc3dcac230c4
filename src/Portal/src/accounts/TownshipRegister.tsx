import { Button, Card, Empty, Form, Input, Skeleton, Table } from "antd";
import type { Township } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { useEnterTownship, useTownships } from "./queries";

export function TownshipRegister() {
  const townships = useTownships(true);
  const [form] = Form.useForm<Township>();
  const enter = useEnterTownship();
  if (townships.isPending) return <Skeleton active />;
  if (townships.isError) return <LoadFailure error={townships.error} retry={() => void townships.refetch()} />;
  return (
    <div className="stack">
      <Card title="登记街镇">
        {enter.isError && <LoadFailure error={enter.error} />}
        <Form<Township>
          form={form}
          layout="inline"
          className="inline-form"
          onFinish={(township) => enter.mutate(township, { onSuccess: () => form.resetFields() })}
        >
          <Form.Item
            name="id"
            label="代码"
            rules={[
              { required: true, message: "请输入代码" },
              { pattern: /^[a-z][a-z0-9-]{1,39}$/, message: "小写英文字母、数字或短横线，以字母开头" },
            ]}
          >
            <Input placeholder="gaojing" data-testid="township-id" />
          </Form.Item>
          <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: "请输入名称" }]}>
            <Input placeholder="高境镇" maxLength={50} data-testid="new-township-name" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={enter.isPending} data-testid="enter-township">
            登记
          </Button>
        </Form>
      </Card>
      <Card title="街镇名册">
        <Table<Township>
          rowKey="id"
          size="middle"
          dataSource={townships.data}
          pagination={false}
          locale={{ emptyText: <Empty description="还没有街镇，请先在上方登记。" /> }}
          columns={[
            { title: "代码", dataIndex: "id", render: (id: string) => <span className="code">{id}</span> },
            { title: "名称", dataIndex: "name" },
          ]}
        />
      </Card>
    </div>
  );
}
