using System.Globalization;
using Assessment.Engine.Comparing;
using Assessment.Engine.Payouts;

namespace Assessment.Cli.Compare;

/// <summary>Shows a comparison for people: who moved, and under each what moved it.</summary>
internal static class ComparisonText
{
    internal static void Show(ResultComparison comparison, TextWriter output)
    {
        if (comparison.Steps.Count == 0)
        {
            output.WriteLine("两者没有不同");
            return;
        }
        output.WriteLine($"不同之处 {comparison.Steps.Count} 项：");
        foreach (var step in comparison.Steps)
        {
            output.WriteLine($"  {Named(step)}");
        }

        var moved = comparison.Subjects.Where(subject => subject.IsMoved).ToList();
        output.WriteLine(
            moved.Count == 0
                ? "结果没有变动"
                : $"结果有变动的 {moved.Count} 个，共 {comparison.Subjects.Count} 个："
        );
        foreach (var subject in moved.OrderByDescending(one => Math.Abs(one.TotalDifference ?? 0m)))
        {
            Show(subject, output);
        }
    }

    private static void Show(SubjectComparison subject, TextWriter output)
    {
        output.WriteLine($"{subject.Id} {subject.Name}：{Change(subject.First, subject.Second)}");
        foreach (var part in subject.Parts)
        {
            output.WriteLine($"  {string.Join("、", part.Steps.Select(Named))}：{Effect(part)}");
        }
    }

    private static string Named(ComparisonStep step)
    {
        var kind = step.Kind switch
        {
            ComparisonStepKind.Rule => "条款",
            ComparisonStepKind.Facts => "事实",
            ComparisonStepKind.Events => "加减分事项",
            ComparisonStepKind.Decisions => "决定",
            _ => "名单",
        };
        return step.Clause is { } clause
            ? $"{clause} {step.Title}（{kind}）"
            : $"{step.Title}（{kind}）";
    }

    private static string Effect(ComparisonPart part)
    {
        string?[] effects =
        [
            part.Total is { } total && total != 0m ? $"总分 {Signed(total)}" : null,
            part.Amount is { } amount && amount != Money.Zero
                ? $"金额 {Signed(amount.Yuan)} 元"
                : null,
            Moved("名次", part.Before?.Rank, part.After?.Rank),
            Moved("等次", part.Before?.Grade, part.After?.Grade),
            Moved("档次", part.Before?.Place, part.After?.Place),
            part.Total is null
                ? Moved("总分", Number(part.Before?.Total), Number(part.After?.Total))
                : null,
        ];
        return string.Join("，", effects.OfType<string>());
    }

    private static string Change(SubjectState? before, SubjectState? after)
    {
        if (before is null)
        {
            return "新增";
        }

        if (after is null)
        {
            return "不再列入";
        }

        string?[] changes =
        [
            before.Total is { } a && after.Total is { } b && a != b
                ? $"总分 {Number(a)} → {Number(b)}（{Signed(b - a)}）"
                : Moved("总分", Number(before.Total), Number(after.Total)),
            Moved("名次", before.Rank, after.Rank),
            Moved("等次", before.Grade, after.Grade),
            Moved("档次", before.Place, after.Place),
            before.Amount is { } x && after.Amount is { } y && x != y
                ? $"金额 {Number(x.Yuan)} → {Number(y.Yuan)} 元（{Signed((y - x).Yuan)}）"
                : Moved("金额", Number(before.Amount?.Yuan), Number(after.Amount?.Yuan)),
        ];
        return string.Join("，", changes.OfType<string>());
    }

    private static string? Moved<T>(string what, T? before, T? after) =>
        EqualityComparer<T?>.Default.Equals(before, after)
            ? null
            : $"{what} {(before is null ? "无" : before)} → {(after is null ? "无" : after)}";

    private static string? Number(decimal? value) =>
        value?.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Signed(decimal value) =>
        value.ToString("+0.##;−0.##;0", CultureInfo.InvariantCulture);
}
