import { Alert, Descriptions, Modal, Typography } from "antd";
import type { InvitationLink } from "../api/shapes";

export function LinkShownOnce(props: { link: InvitationLink | null; close: () => void }) {
  return (
    <Modal
      title="请把链接交给本人"
      open={props.link !== null}
      onOk={props.close}
      okText="已交付"
      cancelButtonProps={{ style: { display: "none" } }}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      <Alert type="warning" showIcon title="链接只显示这一次，七天内有效；本人用它设置密码，用过即失效。" />
      <Descriptions
        column={1}
        size="small"
        bordered
        style={{ marginTop: 16 }}
        items={[
          { key: "name", label: "用户名", children: props.link?.userName },
          {
            key: "link",
            label: "链接",
            children: (
              <Typography.Text code copyable data-testid="shown-link">
                {props.link && new URL(props.link.path, globalThis.location.origin).href}
              </Typography.Text>
            ),
          },
        ]}
      />
    </Modal>
  );
}
