import { Descriptions, Typography } from "antd";
import type { NewKey } from "../api/shapes";
import { ShownOnce } from "../display/ShownOnce";
import { moment } from "../display/times";

export function KeyShownOnce(props: { made: NewKey | null; close: () => void }) {
  return (
    <ShownOnce
      title="请保存接口密钥"
      open={props.made !== null}
      warning="密钥只显示这一次"
      about="交给报送数据的程序保存，放在请求头 X-Api-Key 中；不要写进文件或通过聊天工具发送。"
      kept="已保存"
      keptTestId="key-saved"
      close={props.close}
    >
      <Descriptions
        column={1}
        size="small"
        bordered
        styles={{ label: { whiteSpace: "nowrap" } }}
        items={[
          {
            key: "key",
            label: "密钥",
            children: (
              <Typography.Text className="code secret" copyable data-testid="shown-key">
                {props.made?.key}
              </Typography.Text>
            ),
          },
          { key: "until", label: "有效期至", children: moment(props.made?.expiresAt) },
        ]}
      />
    </ShownOnce>
  );
}
