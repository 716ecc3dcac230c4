import { Alert, Descriptions, Modal, Typography } from "antd";
import type { OneTimePassword } from "../api/shapes";

export function PasswordShownOnce(props: { password: OneTimePassword | null; close: () => void }) {
  return (
    <Modal
      title="请记下密码"
      open={props.password !== null}
      onOk={props.close}
      okText="已记下"
      cancelButtonProps={{ style: { display: "none" } }}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      <Alert type="warning" showIcon title="密码只显示这一次，关闭后无法再次查看。" />
      <Descriptions
        column={1}
        size="small"
        bordered
        style={{ marginTop: 16 }}
        items={[
          { key: "name", label: "用户名", children: props.password?.userName },
          {
            key: "password",
            label: "密码",
            children: (
              <Typography.Text code copyable data-testid="shown-password">
                {props.password?.password}
              </Typography.Text>
            ),
          },
        ]}
      />
    </Modal>
  );
}
