import { App, Form, Input, Modal, Select } from "antd";
import type { AccountChange, AccountLine } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { belongsToTownship, rolesGivenBy, roleNames } from "../session/roles";
import { useMe } from "../session/session";
import { DutyFields } from "./DutyFields";
import { useChangeAccount } from "./queries";

/** 更改账号: its name and duty; the user name and the township stay. */
export function ChangeAccountDialog(props: { account: AccountLine; open: boolean; close: () => void }) {
  const { account } = props;
  const me = useMe();
  const { message } = App.useApp();
  const [form] = Form.useForm<AccountChange>();
  const role = Form.useWatch("role", form) ?? account.role;
  const change = useChangeAccount(account.userName);
  // A program stays one, and what belongs to a township stays there.
  const roles = rolesGivenBy(me.roles).filter(
    (given) =>
      (given === "feed") === (account.role === "feed") && belongsToTownship(given) === (account.township !== null),
  );
  return (
    <Modal
      title={`更改 · ${account.userName}`}
      open={props.open}
      onCancel={props.close}
      onOk={() => form.submit()}
      okText="更改"
      okButtonProps={{ "data-testid": "change-account-submit" }}
      confirmLoading={change.isPending}
      destroyOnHidden
      afterClose={() => change.reset()}
    >
      {change.isError && <LoadFailure error={change.error} title="未能更改" />}
      <Form<AccountChange>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{
          displayName: account.displayName,
          role: account.role,
          departments: account.departments,
          campaigns: account.campaigns,
          area: account.area,
        }}
        onFinish={(request) =>
          change.mutate(request, {
            onSuccess: () => {
              props.close();
              void message.success("已更改，该账号须重新登录");
            },
          })
        }
      >
        <Form.Item
          name="displayName"
          label="名称"
          rules={[{ required: true, whitespace: true, message: "请输入名称" }]}
        >
          <Input maxLength={50} data-testid="change-account-display-name" />
        </Form.Item>
        <Form.Item name="role" label="角色" rules={[{ required: true, message: "请选择角色" }]}>
          <Select disabled={roles.length < 2} options={roles.map((value) => ({ value, label: roleNames[value] }))} />
        </Form.Item>
        <DutyFields role={role} />
      </Form>
    </Modal>
  );
}
