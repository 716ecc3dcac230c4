import { useMutation } from "@tanstack/react-query";
import { App, Form, Input, Modal } from "antd";
import { gateway } from "../api/clients";
import { Trouble } from "../display/Trouble";

interface Change {
  current: string;
  next: string;
  again: string;
}

export function PasswordDialog(props: { open: boolean; close: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Change>();
  const change = useMutation({
    mutationFn: (wish: Change) =>
      gateway.POST("/api/accounts/password", { body: { current: wish.current, next: wish.next } }),
    onSuccess: () => {
      message.success("密码已修改，其他设备上的登录已失效");
      props.close();
    },
  });
  return (
    <Modal
      title="修改密码"
      open={props.open}
      onCancel={props.close}
      onOk={() => form.submit()}
      okText="修改"
      confirmLoading={change.isPending}
      destroyOnHidden
      afterClose={() => {
        form.resetFields();
        change.reset();
      }}
    >
      {change.isError && <Trouble error={change.error} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(wish) => change.mutate(wish)}>
        <Form.Item name="current" label="当前密码" rules={[{ required: true, message: "请输入当前密码" }]}>
          <Input.Password autoComplete="current-password" data-testid="password-current" />
        </Form.Item>
        <Form.Item
          name="next"
          label="新密码"
          extra="至少 10 位，可以是一句便于记忆的话；不要求大小写或符号。"
          rules={[
            { required: true, message: "请输入新密码" },
            { min: 10, message: "新密码至少 10 位" },
          ]}
        >
          <Input.Password autoComplete="new-password" data-testid="password-next" />
        </Form.Item>
        <Form.Item
          name="again"
          label="再次输入新密码"
          dependencies={["next"]}
          rules={[
            { required: true, message: "请再次输入新密码" },
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                !value || value === getFieldValue("next")
                  ? Promise.resolve()
                  : Promise.reject(new Error("两次输入的密码不一致")),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" data-testid="password-again" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
