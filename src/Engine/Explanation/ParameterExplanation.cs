using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Engine.Explanation;

/// <summary>A parameter (参数): its value, and whether the document gives it or the scheme chose it.</summary>
internal static class ParameterExplanation
{
    private const decimal Hundred = 100m;

    internal static ExplanationNode Of(Parameter parameter) =>
        new ExplanationNode(
            parameter.Id,
            parameter.Title,
            ResultNumbers.Normalized(
                IsPercentage(parameter) ? parameter.Value * Hundred : parameter.Value
            ),
            (parameter.Citation.Chosen is null ? "文件写明的数值" : "文件没有写明，由方案选定")
                + (parameter.Since is { } year ? $"，自 {year} 年起" : ""),
            "",
            [],
            []
        ).CitedFrom(parameter.Citation) with
        {
            Unit = IsPercentage(parameter) ? "%" : parameter.Unit,
        };

    private static bool IsPercentage(Parameter parameter) => parameter.Text.EndsWith('%');
}
