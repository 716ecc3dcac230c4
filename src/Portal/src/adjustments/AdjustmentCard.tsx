import { Card, Descriptions, Flex, Tag } from "antd";
import type { Adjustment, CycleView } from "../api/shapes";
import { moment } from "../display/times";
import { meetingWords } from "../procedure/meeting";
import { useMe } from "../session/session";
import { AdjustedValues } from "./AdjustedValues";
import { ApproveButton } from "./ApproveButton";
import { mayDecide, mayWithdraw } from "./duties";
import type { Indicator } from "./indicators";
import { RefuseButton } from "./RefuseButton";
import { WithdrawButton } from "./WithdrawButton";
import { afterApproval, stateWords } from "./words";

/** One adjustment: why, by which clause, what is to count, how far it has come, and what the signed-in person may do. */
export function AdjustmentCard(props: {
  cycle: CycleView;
  adjustment: Adjustment;
  nameOf: (subject: string) => string;
  indicatorsOf: (subject: string) => Indicator[];
}) {
  const { cycle, adjustment } = props;
  const me = useMe();
  const state = stateWords[adjustment.state];
  const decides = mayDecide(cycle, adjustment, me);
  const withdraws = mayWithdraw(cycle, adjustment, me);
  const said = [
    ["reason", "理由", adjustment.reason],
    ["clause", "依据条款", adjustment.clause],
    ["proposed", "提出", `${adjustment.proposedBy}，${moment(adjustment.proposedAt)}`],
    ["meeting", "审定会议", adjustment.meeting && meetingWords(adjustment.meeting)],
    ["refusal", "未通过的理由", adjustment.refusal],
    [
      "decided",
      adjustment.state === "withdrawn" ? "撤回" : "记录",
      adjustment.decidedBy && `${adjustment.decidedBy}，${moment(adjustment.decidedAt)}`,
    ],
  ] as const;
  return (
    <Card
      title={`第 ${adjustment.number} 号调整意见`}
      extra={<Tag color={state.colour}>{state.title}</Tag>}
      data-testid={`adjustment-${adjustment.number}`}
      data-state={adjustment.state}
    >
      <Descriptions
        column={1}
        size="small"
        className="adjustment-said"
        items={said
          .filter(([, , value]) => value)
          .map(([key, label, value]) => ({
            key,
            label,
            children: <span data-testid={`adjustment-${key}`}>{value}</span>,
          }))}
      />
      <AdjustedValues values={adjustment.values} nameOf={props.nameOf} indicatorsOf={props.indicatorsOf} />
      {(decides || withdraws) && (
        <>
          <p className="quiet">{afterApproval}</p>
          <Flex gap="small" wrap>
            {decides && <ApproveButton cycle={cycle.id} adjustment={adjustment} />}
            {decides && <RefuseButton cycle={cycle.id} number={adjustment.number} />}
            {withdraws && <WithdrawButton cycle={cycle.id} number={adjustment.number} />}
          </Flex>
        </>
      )}
    </Card>
  );
}
