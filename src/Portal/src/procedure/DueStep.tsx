import { Alert, Card } from "antd";
import type { Procedure } from "../api/shapes";
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
