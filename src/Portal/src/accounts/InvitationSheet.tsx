import type { InvitationSlip, QrCode } from "../api/shapes";
import { PrintSheet, QrDrawing } from "../display/PrintSheet";
import { moment } from "../display/times";
import { dutiesText } from "./duty";

interface PrintedSlip {
  slip: InvitationSlip;
  link: string;
  code: QrCode;
}

/** 邀请单: one slip per person. */
export function InvitationSheet(props: { slips: readonly PrintedSlip[] }) {
  return (
    <PrintSheet columns={2} testId="invitation-sheet">
      {props.slips.map(({ slip, link, code }) => (
        <div key={slip.userName} className="print-label">
          <QrDrawing code={code} label={link} />
          <strong>{slip.displayName}</strong>
          <div>用户名 {slip.userName}</div>
          <div>{dutiesText(slip.duties)}</div>
          <div>{link}</div>
          <div>扫码或输入网址，设置本人密码；有效期至 {moment(slip.expiresAt)}</div>
          <div className="print-label-note">仅限本人使用，只能用一次，严禁转发</div>
        </div>
      ))}
    </PrintSheet>
  );
}
