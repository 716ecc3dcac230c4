import { Alert } from "antd";
import { Link } from "react-router";
import type { PayoutLine } from "../api/shapes";
import { importServices } from "../imports/kinds";
import { useMe } from "../session/session";
import { reasonsOf } from "./reasons";

const shown = 3;

/** What is to be done before every amount is known. */
export function Undecided({ lines }: { lines: readonly PayoutLine[] }) {
  const me = useMe();
  const reasons = reasonsOf(lines);
  if (reasons.length === 0) return null;
  const persons = reasons.reduce((sum, one) => sum + one.persons, 0);
  const canImport = importServices(me.roles).includes("payout");
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="payout-undecided"
      title={`${persons} 人的金额还不能确定`}
      description={
        <>
          {reasons.slice(0, shown).map((one) => (
            <div key={one.reason}>
              {one.reason}（{one.persons} 人）
            </div>
          ))}
          {reasons.length > shown && <div>另有 {reasons.length - shown} 种原因，见各行。</div>}
          <div>
            缺绩效基数的，导入后自动算出；已确定的金额不变。
            {canImport && <Link to="/imports?kind=bases">导入绩效基数</Link>}
          </div>
        </>
      }
    />
  );
}
