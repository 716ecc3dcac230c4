import { Alert } from "antd";
import { Link } from "react-router";
import type { CycleView } from "../api/shapes";
import { isFinal } from "../cycles/states";
import { maySee } from "../session/roles";
import { useMe } from "../session/session";
import { correctionWords } from "./correction";
import { useProcedure } from "./queries";
import "./procedure.css";

/** 更正正在办理: said wherever a final result is shown, while it stands. */
export function CorrectionBanner({ cycle, linked = true }: { cycle: Pick<CycleView, "id" | "state">; linked?: boolean }) {
  const me = useMe();
  const procedure = useProcedure(cycle.id, isFinal(cycle.state));
  const words = procedure.data && correctionWords(procedure.data);
  return words ? (
    <Alert
      type="warning"
      showIcon
      className="gap-below"
      data-testid="correction-banner"
      title="更正正在办理"
      description={words}
      action={linked && maySee("/procedure", me.roles) && <Link to={`/procedure/${cycle.id}`}>办理程序</Link>}
    />
  ) : null;
}
