import { Alert } from "antd";
import type { CycleProgress } from "../api/shapes";
import { isPinned } from "./states";

/** What the calculation that was asked for waits for, why it failed, or that it should be asked for again. */
export function CalculationNotice({ progress }: { progress: CycleProgress }) {
  const { status, waitingFor, problems, outdated } = progress.calculation;
  if (status === "waiting") {
    return (
      <Alert
        type="info"
        showIcon
        data-testid="calculation-waiting"
        title="正在核算，数据到齐后自动完成"
        description={<Lines lines={waitingFor.map((wait) => wait.message)} />}
      />
    );
  }

  if (status === "failed") {
    return (
      <Alert
        type="error"
        showIcon
        data-testid="calculation-failed"
        title="未能核算，请按下列说明更正数据后重新核算"
        description={<Lines lines={problems.map((problem) => problem.message)} />}
      />
    );
  }

  return outdated && !isPinned(progress.state) ? (
    <Alert
      type="warning"
      showIcon
      data-testid="calculation-outdated"
      title="核算之后数据又有变化"
      description="请重新核算后再定稿。"
    />
  ) : null;
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="places">
      {lines.slice(0, 20).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
