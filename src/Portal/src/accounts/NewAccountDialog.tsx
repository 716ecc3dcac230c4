import { Form, Input, Modal, Select } from "antd";
import type { NewAccount, InvitationLink, Township } from "../api/shapes";
import { Trouble } from "../display/Trouble";
import { belongsToTownship, rolesGivenBy, roleNames } from "../session/roles";
import { useMe } from "../session/session";
import { useOpenAccount } from "./queries";

export function NewAccountDialog(props: {
  open: boolean;
  close: () => void;
  opened: (link: InvitationLink | null) => void;
  townships: readonly Township[];
}) {
  const me = useMe();
  const [form] = Form.useForm<NewAccount>();
  const role = Form.useWatch("role", form);
  const open = useOpenAccount();
  return (
    <Modal
      title="开立账号"
      open={props.open}
      onCancel={props.close}
      onOk={() => form.submit()}
      okText="开立"
      okButtonProps={{ "data-testid": "new-account-submit" }}
      confirmLoading={open.isPending}
      destroyOnHidden
      afterClose={() => {
        form.resetFields();
        open.reset();
      }}
    >
      {open.isError && <Trouble error={open.error} />}
      <Form<NewAccount>
        form={form}
        layout="vertical"
        onFinish={(account) => open.mutateAsync(account).then((made) => props.opened(made.invitation), () => undefined)}
      >
        <Form.Item
          name="userName"
          label="用户名"
          rules={[
            { required: true, message: "请输入用户名" },
            {
              pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{1,49}$/,
              message: "2 至 50 位英文字母、数字、点、下划线或短横线，以字母或数字开头",
            },
          ]}
        >
          <Input autoComplete="off" data-testid="new-account-user-name" />
        </Form.Item>
        <Form.Item
          name="displayName"
          label="名称"
          rules={[{ required: true, whitespace: true, message: "请输入名称" }]}
        >
          <Input maxLength={50} placeholder="如：党建办评分员" data-testid="new-account-display-name" />
        </Form.Item>
        <Form.Item name="role" label="角色" rules={[{ required: true, message: "请选择角色" }]}>
          <Select
            data-testid="new-account-role"
            options={rolesGivenBy(me.roles).map((value) => ({ value, label: roleNames[value] }))}
          />
        </Form.Item>
        {me.township === null && role && belongsToTownship(role) && (
          <Form.Item name="township" label="街镇" rules={[{ required: true, message: "请选择街镇" }]}>
            <Select
              data-testid="new-account-township"
              notFoundContent="还没有登记街镇"
              options={props.townships.map((township) => ({ value: township.id, label: township.name }))}
            />
          </Form.Item>
        )}
        {role === "departmentScorer" && (
          <Form.Item
            name="departments"
            label="部门"
            extra="填写方案中的部门名称，如“党建办”，可以填多个，每个后按回车。"
            rules={[{ required: true, message: "请输入部门" }]}
          >
            <Select mode="tags" open={false} suffixIcon={null} data-testid="new-account-departments" />
          </Form.Item>
        )}
        {role === "surveyor" && (
          <Form.Item
            name="campaigns"
            label="测评活动"
            extra="填写所承担测评活动的编号，可以填多个，每个后按回车。"
            rules={[{ required: true, message: "请输入测评活动的编号" }]}
          >
            <Select mode="tags" open={false} suffixIcon={null} data-testid="new-account-campaigns" />
          </Form.Item>
        )}
        {role === "area" && (
          <Form.Item
            name="area"
            label="居民区代码"
            extra="填写居民区名册中的代码，如 gj01。"
            rules={[{ required: true, whitespace: true, message: "请输入居民区代码" }]}
          >
            <Input data-testid="new-account-area" />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
