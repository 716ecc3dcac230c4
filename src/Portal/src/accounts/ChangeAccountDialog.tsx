import { Alert, App, Button, Descriptions, Flex, Form, Input, Modal, Skeleton } from "antd";
import { asProblem } from "../api/problem";
import type { AccountChange, AccountLine } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { none } from "../display/numbers";
import { belongsToTownship, rolesGivenBy } from "../session/roles";
import { useMe } from "../session/session";
import { dutiesText, isProgram } from "./duty";
import { DutyList } from "./DutyList";
import { useAccountVersion, useChangeAccount } from "./queries";
import { StaffField } from "./StaffField";

const changeOf = (account: AccountLine): AccountChange => ({
  displayName: account.displayName,
  duties: account.duties,
  staff: account.staff,
});

/** 更改账号: its name, duties and staff record; the user name and the township stay. */
export function ChangeAccountDialog(props: { account: AccountLine; close: () => void }) {
  const { userName } = props.account;
  const me = useMe();
  const { message } = App.useApp();
  const [form] = Form.useForm<AccountChange>();
  const version = useAccountVersion(userName);
  const change = useChangeAccount(userName);
  const stale = change.isError && asProblem(change.error).code === "somebody-else-was-faster";
  // A program stays one, and what belongs to a township stays there.
  const roles = rolesGivenBy(me.roles).filter(
    (given) =>
      (given === "feed") === isProgram(props.account) &&
      belongsToTownship(given) === (props.account.township !== null),
  );
  const save = (request: AccountChange) =>
    change.mutate(
      { ...request, staff: request.staff ?? null, tag: version.data!.tag },
      {
        onSuccess: () => {
          props.close();
          void message.success("已更改，该账号须重新登录");
        },
        // What the other did is shown next to what was typed.
        onError: (error) => void (asProblem(error).status === 412 && version.refetch()),
      },
    );
  return (
    <Modal
      title={`更改 · ${userName}`}
      open
      onCancel={props.close}
      onOk={() => form.submit()}
      okText={stale ? "仍按我填写的保存" : "更改"}
      okButtonProps={{ "data-testid": "change-account-submit", disabled: !version.data || version.isFetching }}
      confirmLoading={change.isPending}
    >
      {change.isError && !stale && <LoadFailure error={change.error} title="未能更改" />}
      {version.isError && <LoadFailure error={version.error} retry={() => void version.refetch()} />}
      {version.isPending && <Skeleton active />}
      {version.data && stale && !version.isFetching && (
        <ChangedMeanwhile
          current={version.data.account}
          take={() => {
            form.setFieldsValue(changeOf(version.data.account));
            change.reset();
          }}
        />
      )}
      {version.data && (
        <Form<AccountChange>
          form={form}
          layout="vertical"
          initialValues={changeOf(version.data.account)}
          onFinish={save}
        >
          <Form.Item
            name="displayName"
            label="名称"
            rules={[{ required: true, whitespace: true, message: "请输入名称" }]}
          >
            <Input maxLength={50} data-testid="change-account-display-name" />
          </Form.Item>
          <DutyList roles={roles} />
          {props.account.township !== null && !isProgram(props.account) && <StaffField />}
        </Form>
      )}
    </Modal>
  );
}

/** 他人已更改: what there is now; below it stays what was typed. */
function ChangedMeanwhile(props: { current: AccountLine; take: () => void }) {
  const { current } = props;
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="changed-meanwhile"
      title="在您编辑期间，该账号已被他人更改"
      description={
        <Flex vertical gap="small">
          <Descriptions
            size="small"
            column={1}
            items={[
              { key: "name", label: "现名称", children: current.displayName },
              { key: "duties", label: "现职责", children: dutiesText(current.duties) },
              { key: "staff", label: "现工作人员", children: current.staff ?? none },
            ]}
          />
          <div>下面仍是您填写的内容。可以采用现内容，也可以仍按您填写的保存。</div>
          <div>
            <Button size="small" onClick={props.take} data-testid="take-current">
              采用现内容
            </Button>
          </div>
        </Flex>
      }
    />
  );
}
