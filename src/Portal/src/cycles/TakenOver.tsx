import { Card, Flex, Statistic } from "antd";
import { Link } from "react-router";
import type { CycleProgress } from "../api/shapes";

/** 结转: what the cycle took over when it was opened, from the township's registers and last year's final result. */
export function TakenOver({ progress }: { progress: CycleProgress }) {
  const taken = progress.takenOver;
  if (!taken) return null;
  return (
    <Card
      title="开启时转入"
      data-testid="taken-over"
      extra={<Link to={`/registers/areas?cycle=${progress.id}`}>查看名册</Link>}
    >
      <Flex gap="large" wrap className="counts">
        {taken.registers
          .filter((register) => register.taken > 0)
          .map((register) => (
            <Statistic key={register.register} title={register.title} value={register.taken} suffix="行" />
          ))}
      </Flex>
      <p>
        {taken.finalOf === null
          ? "上年没有最终结果，上年等次和结转的数据由办公室录入。"
          : `从 ${taken.finalOf} 年度最终结果结转：上年等次 ${taken.previousGrades} 人，数据 ${taken.facts} 条；如有出入，可注明理由更正。`}
      </p>
    </Card>
  );
}
