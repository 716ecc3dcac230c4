import { App, Form, Input, Modal, Skeleton } from "antd";
import { useState } from "react";
import { asProblem } from "../api/problem";
import type { AccountChange, AccountLine } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { merged } from "../edits/columns";
import { Conflict } from "../edits/Conflict";
import { belongsToTownship, rolesGivenBy } from "../session/roles";
import { useMe } from "../session/session";
import { changeColumns, isProgram } from "./duty";
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
  const [faster, setFaster] = useState<{ mine: AccountChange; theirs: AccountChange }>();
  const now = Form.useWatch((values: AccountChange | undefined) => values, form);
  // A program stays one, and what belongs to a township stays there.
  const roles = rolesGivenBy(me.roles).filter(
    (given) =>
      (given === "feed") === isProgram(props.account) &&
      belongsToTownship(given) === (props.account.township !== null),
  );
  /** What the other did is shown next to what was typed. */
  const meet = async (mine: AccountChange) => {
    const base = changeOf(version.data!.account);
    const { data } = await version.refetch();
    if (!data) return;
    const theirs = changeOf(data.account);
    setFaster({ mine, theirs });
    form.setFieldsValue(merged(changeColumns, base, mine, theirs));
  };
  const save = (request: AccountChange) =>
    change.mutate(
      { ...request, staff: request.staff ?? null, tag: version.data!.tag },
      {
        onSuccess: () => {
          props.close();
          void message.success("已更改，该账号须重新登录");
        },
        onError: (error) => void (asProblem(error).status === 412 && meet(request)),
      },
    );
  return (
    <Modal
      title={`更改 · ${userName}`}
      open
      onCancel={props.close}
      onOk={() => form.submit()}
      okText={faster ? "按所选保存" : "更改"}
      cancelText={faster ? "放弃我的更改" : "取消"}
      okButtonProps={{ "data-testid": "change-account-submit", disabled: !version.data || version.isFetching }}
      confirmLoading={change.isPending}
    >
      {change.isError && asProblem(change.error).status !== 412 && (
        <LoadFailure error={change.error} title="未能更改" />
      )}
      {version.isError && <LoadFailure error={version.error} retry={() => void version.refetch()} />}
      {version.isPending && <Skeleton active />}
      {version.data && faster && (
        <Conflict<AccountChange>
          key={version.data.tag}
          about="您打开之后，他人已更改了这一账号，您的更改尚未保存。"
          columns={changeColumns}
          mine={faster.mine}
          theirs={faster.theirs}
          now={now ?? faster.mine}
          choose={(chosen) => form.setFieldsValue(chosen)}
          testId="changed-meanwhile"
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
