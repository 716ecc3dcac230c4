import { Form, Input, Modal, Select } from "antd";
import type { NewAccount, InvitationLink, Township } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { belongsToTownship, rolesGivenBy } from "../session/roles";
import { useMe } from "../session/session";
import { isProgram } from "./duty";
import { DutyList } from "./DutyList";
import { useOpenAccount } from "./queries";
import { StaffField } from "./StaffField";

export function NewAccountDialog(props: {
  open: boolean;
  close: () => void;
  opened: (userName: string, link: InvitationLink | null) => void;
  townships: readonly Township[];
}) {
  const me = useMe();
  const [form] = Form.useForm<NewAccount>();
  const duties = (Form.useWatch("duties", form) ?? []).filter((duty) => duty?.role);
  const inTownship = duties.some((duty) => belongsToTownship(duty.role));
  const program = isProgram({ duties });
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
        initialValues={{ duties: [{}] }}
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
        <DutyList roles={rolesGivenBy(me.roles)} />
        {me.township === null && inTownship && (
          <Form.Item name="township" label="街镇" rules={[{ required: true, message: "请选择街镇" }]}>
            <Select
              data-testid="new-account-township"
              notFoundContent="还没有登记街镇"
              options={props.townships.map((township) => ({ value: township.id, label: township.name }))}
            />
          </Form.Item>
        )}
        {inTownship && !program && <StaffField />}
      </Form>
    </Modal>
  );
}
