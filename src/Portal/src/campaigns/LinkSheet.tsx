import type { IssuedLink, QrCode } from "../api/shapes";
import { PrintSheet, QrDrawing } from "../display/PrintSheet";

interface LabelledCode {
  link: IssuedLink;
  code: QrCode;
}

/** 二维码单: one label per household. */
export function LinkSheet(props: { campaign: string; area: string; labels: readonly LabelledCode[] }) {
  return (
    <PrintSheet columns={3} testId="link-sheet">
      {props.labels.map(({ link, code }) => (
        <div key={link.household} className="print-label">
          <QrDrawing code={code} label={link.url} />
          <strong>{props.area}</strong>
          <div>户号 {link.household}</div>
          <div>{props.campaign}</div>
          <div className="print-label-note">微信扫码填写，每户一份，不记名</div>
        </div>
      ))}
    </PrintSheet>
  );
}
