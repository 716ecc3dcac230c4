import { PrinterOutlined } from "@ant-design/icons";
import { Alert, Button, Checkbox, Flex, Typography } from "antd";
import { useState } from "react";
import { createPortal } from "react-dom";
import "./recoveryCodes.css";

/** 恢复码, as they were made: nobody can look them up later. */
export function RecoveryCodes(props: { userName: string; codes: readonly string[]; done: string; close: () => void }) {
  const [kept, setKept] = useState(false);
  return (
    <div className="stack" data-testid="recovery-codes">
      <Alert
        type="warning"
        showIcon
        title="恢复码只显示这一次"
        description="手机遗失或更换时，用恢复码代替动态口令登录，每个只能用一次。请打印或抄写后妥善保管，不要与密码放在一起。"
      />
      <ol className="recovery-codes">
        {props.codes.map((code) => (
          <li key={code} className="code">
            {code}
          </li>
        ))}
      </ol>
      <Flex gap="middle" wrap align="center">
        <Button icon={<PrinterOutlined />} onClick={() => globalThis.print()} data-testid="print-recovery-codes">
          打印
        </Button>
        <Typography.Text copyable={{ text: props.codes.join("\n"), tooltips: ["复制全部", "已复制"] }}>复制全部</Typography.Text>
      </Flex>
      <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)} data-testid="recovery-codes-kept">
        我已妥善保存恢复码
      </Checkbox>
      <Button type="primary" size="large" block disabled={!kept} onClick={props.close} data-testid="recovery-codes-done">
        {props.done}
      </Button>
      {createPortal(
        <div className="paper">
          <h1>基层考核平台 · 恢复码</h1>
          <p>用户名：{props.userName}</p>
          <ol>
            {props.codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
          <p>每个恢复码只能用一次，可代替动态口令登录。请妥善保管。</p>
        </div>,
        document.body,
      )}
    </div>
  );
}
