import { App, Button, Card, Form, Input } from "antd";
import { LoadFailure } from "../display/LoadFailure";
import { NewPasswordFields } from "../session/NewPasswordFields";
import { useMe } from "../session/session";
import { useChangePassword } from "./queries";

interface Change {
  current: string;
  next: string;
  again: string;
}

export function PasswordCard() {
  const me = useMe();
  const { message } = App.useApp();
  const [form] = Form.useForm<Change>();
  const change = useChangePassword();
  return (
    <Card title="修改密码">
      <div className="stack">
        {change.isError && <LoadFailure error={change.error} title="密码未能修改" />}
        <Form<Change>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={({ current, next }) =>
            change.mutate(
              { current, next },
              {
                onSuccess: () => {
                  form.resetFields();
                  void message.success("密码已修改，其他设备须重新登录");
                },
              },
            )
          }
        >
          <Form.Item name="current" label="当前密码" rules={[{ required: true, message: "请输入当前密码" }]}>
            <Input.Password autoComplete="current-password" data-testid="password-current" />
          </Form.Item>
          <NewPasswordFields userName={me.userName} label="新密码" />
          <Button type="primary" htmlType="submit" loading={change.isPending} data-testid="change-password">
            修改密码
          </Button>
        </Form>
      </div>
    </Card>
  );
}
