import { Button, Skeleton, Typography } from "antd";
import { LoadFailure } from "../display/LoadFailure";
import { CodeForm } from "./CodeForm";
import { useBeginEnrolment, useConfirmEnrolment } from "./queries";
import { asImage, grouped } from "./shownFactor";
import "./enrolment.css";

/** 绑定动态口令: a key for the app, then a code of it to show that the app has it. */
export function Enrolment(props: { enrolled: (recoveryCodes: string[]) => void }) {
  const begin = useBeginEnrolment();
  const confirm = useConfirmEnrolment();
  if (begin.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (!begin.data) {
    return (
      <div className="stack">
        {begin.isError && <LoadFailure error={begin.error} />}
        <ol className="steps-in-words">
          <li>在手机上安装认证器应用：凡支持动态口令（TOTP）的均可，如 Microsoft Authenticator；已有的直接打开。</li>
          <li>用它扫描下一步显示的二维码。</li>
          <li>输入它显示的六位数字，确认绑定。</li>
        </ol>
        <Button type="primary" size="large" block onClick={() => begin.mutate()} data-testid="begin-enrolment">
          开始绑定
        </Button>
      </div>
    );
  }

  return (
    <div className="stack">
      <figure className="qr">
        <img src={asImage(begin.data.qrCode)} alt="供认证器应用扫描的二维码" width={208} height={208} data-testid="enrolment-qr" />
        <figcaption>
          <div className="quiet">不能扫描时，在应用中选择“手工输入”，填入密钥：</div>
          <Typography.Text code copyable={{ text: begin.data.key }} data-testid="enrolment-key">
            {grouped(begin.data.key)}
          </Typography.Text>
          <div className="on-this-phone">
            <a href={begin.data.uri}>应用就在本机？直接打开</a>
          </div>
        </figcaption>
      </figure>
      {confirm.isError && <LoadFailure error={confirm.error} title="未能绑定" />}
      <CodeForm
        submit="确认绑定"
        codeOnly
        pending={confirm.isPending}
        onShown={(shown) => confirm.mutate(shown, { onSuccess: props.enrolled })}
      />
    </div>
  );
}
