using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;

namespace Assessment.Testing.Telemetry;

/// <summary>What <c>deploy/prometheus/alerts.yml</c> says, and how metrics are called there.</summary>
public static partial class AlertRules
{
    private static readonly string[] Words =
    [
        "and",
        "or",
        "unless",
        "by",
        "without",
        "on",
        "ignoring",
        "group_left",
        "group_right",
    ];

    public static string Folder => Path.Combine(SourceTree.Root, "deploy", "prometheus");

    private static string Text => File.ReadAllText(Path.Combine(Folder, "alerts.yml"));

    public static IReadOnlyList<string> Names =>
        [.. AlertLine().Matches(Text).Select(match => match.Groups["it"].Value)];

    public static IReadOnlyList<string> Groups =>
        [.. GroupLine().Matches(Text).Select(match => match.Groups["it"].Value)];

    public static IReadOnlyList<string> Runbooks =>
        [.. RunbookLine().Matches(Text).Select(match => match.Groups["it"].Value)];

    /// <summary>The metrics that the expressions of a group of rules name.</summary>
    public static IReadOnlyList<string> MetricsOf(string group)
    {
        var from = Text.IndexOf($"- name: {group}\n", StringComparison.Ordinal);
        var to = Text.IndexOf("\n  - name: ", from, StringComparison.Ordinal);
        return
        [
            .. ExpressionLine()
                .Matches(to < 0 ? Text[from..] : Text[from..to])
                .SelectMany(match => MetricsIn(match.Groups["it"].Value))
                .Distinct(),
        ];
    }

    private static IEnumerable<string> MetricsIn(string expression) =>
        Word()
            .Matches(Aside().Replace(expression, " "))
            .Select(match => match.Value)
            .Where(word => !Words.Contains(word));

    /// <summary>As Prometheus and the collector translate it from OTLP.</summary>
    public static IEnumerable<string> TranslationsOf(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_');
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        var type = instrument.GetType().Name;
        if (type.StartsWith("Histogram", StringComparison.Ordinal))
        {
            return [$"{name}{unit}_count", $"{name}{unit}_sum", $"{name}{unit}_bucket"];
        }

        return
            type.Contains("Counter", StringComparison.Ordinal)
            && !type.Contains("UpDown", StringComparison.Ordinal)
            ? [$"{name}{unit}_total"]
            : [$"{name}{unit}"];
    }

    [GeneratedRegex(
        @"^ +- alert: (?<it>\w+)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AlertLine();

    [GeneratedRegex(
        @"^  - name: (?<it>\w+)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex GroupLine();

    [GeneratedRegex(
        @"^ +runbook: docs/operations\.md#(?<it>\S+)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex RunbookLine();

    [GeneratedRegex(
        @"^ +expr: '(?<it>.*)'$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ExpressionLine();

    /// <summary>Labels, ranges and the label lists of aggregations.</summary>
    [GeneratedRegex(
        @"\{[^}]*\}|\[[^\]]*\]|\b(by|without|on|ignoring) *\([^)]*\)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Aside();

    /// <summary>Words that are no function.</summary>
    [GeneratedRegex(@"\b[a-z_][a-z0-9_]*\b(?! *\()", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
