import { Alert, Descriptions, Modal, Typography } from "antd";
import type { NewKey } from "../api/shapes";
import { moment } from "../display/times";

export function KeyShownOnce(props: { made: NewKey | null; close: () => void }) {
  return (
    <Modal
      title="请保存接口密钥"
      open={props.made !== null}
      onOk={props.close}
      okText="已保存"
      okButtonProps={{ "data-testid": "key-saved" }}
      cancelButtonProps={{ style: { display: "none" } }}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      destroyOnHidden
    >
      <div className="stack">
        <Alert
          type="warning"
          showIcon
          title="密钥只显示这一次"
          description="交给报送数据的程序保存，放在请求头 X-Api-Key 中；不要写进文件或通过聊天工具发送。"
        />
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
      </div>
    </Modal>
  );
}
