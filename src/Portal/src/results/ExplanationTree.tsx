import { RightOutlined } from "@ant-design/icons";
import { useState } from "react";
import type { ExplanationNode } from "../api/shapes";
import { none, withUnit } from "../display/numbers";
import { FactTable } from "./FactTable";
import "./explanationTree.css";

/**
 * 得分说明: each step with its value, how it was calculated, the clause in its own words, and the facts under it.
 * Nested disclosure buttons rather than a tree widget: every part can be read, searched and printed as text.
 */
export function ExplanationTree(props: { root: ExplanationNode; openDepth?: number }) {
  return (
    <div className="explanation" data-testid="explanation">
      <Step node={props.root} depth={0} openDepth={props.openDepth ?? 1} />
    </div>
  );
}

function Step({ node, depth, openDepth }: { node: ExplanationNode; depth: number; openDepth: number }) {
  const [open, setOpen] = useState(depth < openDepth);
  const body = `step-${node.id.replaceAll(/[^\w-]/g, "_")}-${depth}`;
  return (
    <section className={`step step-depth-${Math.min(depth, 3)}`} data-testid={`explanation-node-${node.id}`}>
      <button
        type="button"
        className="step-head"
        aria-expanded={open}
        aria-controls={body}
        onClick={() => setOpen(!open)}
      >
        <RightOutlined className="step-arrow" rotate={open ? 90 : 0} />
        <span className="step-title">{node.title}</span>
        <span className="step-value" data-testid={`explanation-value-${node.id}`}>
          {valueOf(node)}
        </span>
      </button>
      {open && (
        <div id={body} className="step-body">
          {node.rule && <p className="step-rule">{node.rule}</p>}
          {node.arithmetic && <p className="step-arithmetic code">{node.arithmetic}</p>}
          {(node.clause || node.quote) && (
            <blockquote className="step-quote">
              {node.quote && <p>{node.quote}</p>}
              {node.clause && <cite>{node.clause}</cite>}
            </blockquote>
          )}
          {node.chosen && <p className="step-chosen">方案未写明，本平台取：{node.chosen}</p>}
          {node.facts.length > 0 && <FactTable facts={node.facts} />}
          {node.children.map((child, at) => (
            <Step key={`${child.id}-${at}`} node={child} depth={depth + 1} openDepth={openDepth} />
          ))}
        </div>
      )}
    </section>
  );
}

function valueOf(node: ExplanationNode): string {
  if (typeof node.value === "number") return withUnit(node.value, node.unit);
  return typeof node.value === "string" ? node.value : none;
}
