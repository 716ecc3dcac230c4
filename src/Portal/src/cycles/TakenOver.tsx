import { Alert, Card, Collapse, Flex, Statistic } from "antd";
import { Link } from "react-router";
import type { CycleProgress } from "../api/shapes";
import "./takenOver.css";

type Taken = NonNullable<CycleProgress["takenOver"]>;

/** Of long lists the first are named; the register has them all. */
const named = 100;

/** 结转: what the cycle took over when it was opened, from the township's registers and last year's final result. */
export function TakenOver({ progress }: { progress: CycleProgress }) {
  const taken = progress.takenOver;
  if (!taken) return null;
  const { detached = [], unfit = [] } = taken;
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
      <Flex vertical gap="small">
        {detached.length > 0 && (
          <Rows
            testId="taken-over-detached"
            title={`${detached.length} 行没有转入：所属的居民区或人员不在本考核周期的名册中。在街镇现行名册中改正后，可到“名册”页面采用。`}
            texts={detached.map(
              (row) =>
                `${titleOf(taken, row.register)} ${row.key}：${row.of === "areas" ? "居民区" : "人员"} ${row.missing} 未转入`,
            )}
          />
        )}
        {unfit.length > 0 && (
          <Rows
            testId="taken-over-unfit"
            title={`${unfit.length} 行不符合方案的附加项，请在本考核周期的名册中补正，否则不能计算。`}
            texts={unfit.map(
              (row) =>
                `${titleOf(taken, row.register)} ${row.key}：${row.columnTitle}${row.code === "missingValue" ? "没有填写" : "不合要求"}`,
            )}
          />
        )}
      </Flex>
    </Card>
  );
}

function Rows(props: { title: string; texts: readonly string[]; testId: string }) {
  return (
    <Alert
      type="warning"
      showIcon
      data-testid={props.testId}
      title={props.title}
      description={
        <Collapse
          ghost
          size="small"
          items={[
            {
              key: "rows",
              label: "逐行查看",
              children: (
                <ul className="taken-over-rows">
                  {props.texts.slice(0, named).map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                  {props.texts.length > named && <li>其余 {props.texts.length - named} 行从略</li>}
                </ul>
              ),
            },
          ]}
        />
      }
    />
  );
}

const titleOf = (taken: Taken, register: string): string =>
  taken.registers.find((known) => known.register === register)?.title ?? register;
