import { Descriptions, Typography } from "antd";
import type { InvitationLink } from "../api/shapes";
import { ShownOnce } from "../display/ShownOnce";
import { moment } from "../display/times";

export function LinkShownOnce(props: { link: InvitationLink | null; close: () => void }) {
  return (
    <ShownOnce
      title="请把邀请链接交给本人"
      open={props.link !== null}
      warning="链接只显示这一次"
      about="本人打开链接设置密码，用过即失效。谁持有链接谁就能设置密码，请当面或单独发给本人。"
      kept="已交付"
      keptTestId="link-delivered"
      close={props.close}
    >
      <Descriptions
        column={1}
        size="small"
        bordered
        styles={{ label: { whiteSpace: "nowrap" } }}
        items={[
          { key: "name", label: "用户名", children: props.link?.userName },
          {
            key: "link",
            label: "链接",
            children: (
              <Typography.Text className="code secret" copyable data-testid="shown-link">
                {props.link && new URL(props.link.path, globalThis.location.origin).href}
              </Typography.Text>
            ),
          },
          { key: "until", label: "有效期至", children: moment(props.link?.expiresAt) },
        ]}
      />
    </ShownOnce>
  );
}
