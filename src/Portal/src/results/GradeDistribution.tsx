import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use as addParts } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { gradeColour } from "../theme";
import { distribution, type ResultRow } from "./rows";

addParts([BarChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** 得分分布: how many areas lie in each band of totals, by grade. */
export default function GradeDistribution(props: { rows: readonly Pick<ResultRow, "total" | "grade">[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chart = init(box.current);
    const { bands, series } = distribution(props.rows);
    chart.setOption({
      aria: { enabled: true },
      animationDuration: 300,
      grid: { left: 8, right: 12, top: 36, bottom: 4, outerBoundsMode: "same" },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, icon: "rect" },
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
      xAxis: { type: "category", data: bands, name: "总分", nameLocation: "end", nameGap: 4, axisTick: { show: false } },
      yAxis: { type: "value", minInterval: 1, splitLine: { lineStyle: { color: "#edeff2" } } },
      series: series.map((line) => ({
        type: "bar",
        stack: "all",
        name: line.grade,
        data: line.counts,
        barMaxWidth: 36,
        itemStyle: { color: gradeColour(line.grade) },
      })),
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current!);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [props.rows]);
  return <div ref={box} className="chart" data-testid="grade-distribution" role="img" aria-label="总分分布图" />;
}
