import { Alert, Card } from "antd";
import { Link } from "react-router";
import type { Procedure } from "../api/shapes";
import { heldUp } from "./correction";
import { DecidePanel } from "./DecidePanel";
import { FinalPanel } from "./FinalPanel";
import { FreezePanel } from "./FreezePanel";
import { ProposePanel } from "./ProposePanel";
import { PublicityPanel } from "./PublicityPanel";
import { TakePanel } from "./TakePanel";

export interface PanelProps {
  cycle: string;
  procedure: Procedure;
  /** The step that is due. */
  step: Procedure["steps"][number];
  /** Whether the signed-in person is the township's office (街镇管理员). */
  office: boolean;
  leader: boolean;
  /** The area of an area's account. */
  area: string | null;
}

/** What can be done now, by whom it is. */
export function DueStep(props: {
  cycle: string;
  procedure: Procedure;
  roles: readonly string[];
  area: string | null;
}) {
  const { procedure } = props;
  const step = procedure.due === null ? undefined : procedure.steps[procedure.due];
  if (!step) {
    return <Alert type="info" showIcon data-testid="all-steps-taken" title="全部步骤都已办理。" />;
  }
  const panel: PanelProps = {
    cycle: props.cycle,
    procedure,
    step,
    office: props.roles.includes("townshipAdministrator"),
    leader: props.roles.includes("leader"),
    area: props.area,
  };
  return (
    <Card title={`待办：${step.title}`} data-testid="due-step" data-kind={step.kind}>
      {heldUp(procedure) === step.position && (
        <Alert
          type="warning"
          showIcon
          className="gap-below"
          data-testid="due-step-held-up"
          title={`${procedure.openObjections} 项异议尚未认定，认定后才能${step.kind === "decide" ? "研究决定" : "签批生效"}。`}
          action={<Link to={`/objections/${props.cycle}`}>查看异议</Link>}
        />
      )}
      {/* What was typed for one step is nothing for the next. */}
      <Panel key={step.position} {...panel} />
    </Card>
  );
}

function Panel(props: PanelProps) {
  switch (props.step.kind) {
    case "freeze":
      return <FreezePanel {...props} />;
    case "propose":
      return <ProposePanel {...props} />;
    case "publicise":
      return <PublicityPanel {...props} />;
    case "decide":
      return <DecidePanel {...props} />;
    case "final":
      return <FinalPanel {...props} />;
    default:
      return <TakePanel {...props} />;
  }
}
