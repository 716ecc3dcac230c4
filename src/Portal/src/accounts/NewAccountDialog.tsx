import { Form, Input, Modal, Select } from "antd";
import type { NewAccount, InvitationLink, Township } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { belongsToTownship, rolesGivenBy, roleNames } from "../session/roles";
import { useMe } from "../session/session";
import { DutyFields } from "./DutyFields";
import { useOpenAccount } from "./queries";

export function NewAccountDialog(props: {
  open: boolean;
  close: () => void;
  opened: (userName: string, link: InvitationLink | null) => void;
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
      {open.isError && <LoadFailure error={open.error} title="账号未能开立" />}
      <Form<NewAccount>
        form={form}
        layout="vertical"
        onFinish={(account) =>
          open.mutate(account, { onSuccess: (made) => props.opened(made.userName, made.invitation) })
        }
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
          <Input autoComplete="off" autoCapitalize="none" data-testid="new-account-user-name" />
        </Form.Item>
        <Form.Item
          name="displayName"
          label="名称"
          rules={[{ required: true, whitespace: true, message: "请输入名称" }]}
        >
          <Input maxLength={50} placeholder="如：党建办评分员" data-testid="new-account-display-name" />
        </Form.Item>
        <Form.Item
          name="role"
          label="角色"
          rules={[{ required: true, message: "请选择角色" }]}
          extra={role === "feed" ? "供程序报送数据，没有密码；开立后在账号详情中签发接口密钥。" : undefined}
        >
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
        <DutyFields role={role} />
      </Form>
    </Modal>
  );
}
