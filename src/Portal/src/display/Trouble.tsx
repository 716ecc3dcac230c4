import { Alert, Button } from "antd";
import { asProblem } from "../api/problem";

/** Something did not work: the service's own words, the places where it has them, and a way to try again. */
export function Trouble(props: { error: unknown; title?: string; retry?: () => void }) {
  const problem = asProblem(props.error);
  return (
    <Alert
      role="alert"
      type={problem.status === 503 || problem.status === 0 ? "warning" : "error"}
      showIcon
      data-testid="trouble"
      title={props.title ?? problem.title}
      description={
        <>
          <div>{problem.detail}</div>
          {problem.places.length > 0 && (
            <ul className="places">
              {problem.places.slice(0, 20).map((place, at) => (
                <li key={at}>
                  {place.line ? `第 ${place.line} 行` : ""}
                  {place.column ? `「${place.column}」` : ""} {place.message}
                </li>
              ))}
            </ul>
          )}
        </>
      }
      action={
        props.retry && (
          <Button size="small" onClick={props.retry}>
            重试
          </Button>
        )
      }
    />
  );
}
