import { App, Button, Form, Input, Select, Typography } from "antd";
import { useAccounts } from "../accounts/queries";
import type { Objection } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { roleName } from "../session/roles";
import { mayLookInto } from "./duties";
import { useObjectionAct } from "./queries";

/** 受理: somebody is named who looks into it, not who gave the score. */
export function AcceptForm({ cycle, objection }: { cycle: string; objection: Objection }) {
  const act = useObjectionAct(cycle, objection.number);
  const accounts = useAccounts();
  const { message } = App.useApp();
  return (
    <section>
      <Typography.Title level={2}>受理</Typography.Title>
      {act.isError && <LoadFailure title="没有受理" error={act.error} />}
      <Form<{ looksInto: string }>
        layout="vertical"
        onFinish={({ looksInto }) =>
          act.mutate(
            { kind: "accept", looksInto: looksInto.trim() },
            { onSuccess: () => void message.success("已受理") },
          )
        }
      >
        <Form.Item
          name="looksInto"
          label="核查人"
          extra="原评分人、原登记人不得核查。"
          rules={[{ required: true, whitespace: true, message: "请指定核查人" }]}
        >
          {accounts.isError ? (
            <Input placeholder="核查人的用户名" maxLength={128} data-testid="looks-into-name" />
          ) : (
            <Select
              showSearch={{ optionFilterProp: "label" }}
              placeholder="选择核查人的账号"
              loading={accounts.isPending}
              data-testid="looks-into"
              options={(accounts.data ?? []).filter(mayLookInto).map((account) => ({
                value: account.userName,
                label: `${account.displayName}（${account.userName}，${account.duties.map((duty) => roleName(duty.role)).join("、")}）`,
              }))}
            />
          )}
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={act.isPending} data-testid="accept-objection">
          受理
        </Button>
      </Form>
    </section>
  );
}
