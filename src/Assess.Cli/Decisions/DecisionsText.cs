using Assessment.Engine.Decisions;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Cli.Decisions;

/// <summary>Shows decisions for people, one in a line, and then where they exceed a quota.</summary>
internal static class DecisionsText
{
    internal static void Show(EvaluationResult result, TextWriter output)
    {
        if (result.Facts.Decisions.Count == 0)
        {
            output.WriteLine("没有决定");
            return;
        }
        foreach (var decision in result.Facts.Decisions)
        {
            output.WriteLine(Line(result, decision));
        }

        foreach (var overrun in result.QuotaOverruns)
        {
            output.WriteLine(Line(overrun));
        }

        if (result.QuotaOverruns.Count == 0)
        {
            output.WriteLine("没有超出名额");
        }
    }

    /// <summary>With the code of a problem where the quota is hard.</summary>
    internal static string Line(QuotaUse overrun) =>
        overrun.Limit == QuotaLimit.Hard ? $"{overrun.Message}（quota-exceeded）" : overrun.Message;

    private static string Line(EvaluationResult result, Decision decision)
    {
        var area = result.Areas.FirstOrDefault(one => Is(one.Id, decision));
        var name = area?.Name ?? result.Facts.Staff.First(one => Is(one.Id, decision)).Name;
        var proposed =
            decision.Tier is not null ? area!.ProposedTier
            : area is not null ? area.ProposedGrade
            : result.Staff.First(one => Is(one.Id, decision)).ProposedGrade;
        var what = decision.Tier is null ? "等次" : "档次";
        return $"{decision.Subject} {name}：拟定{what} {proposed}，决定{what} {decision.Grade ?? decision.Tier}；理由：{decision.Reason}";
    }

    private static bool Is(string id, Decision decision) =>
        string.Equals(id, decision.Subject, StringComparison.Ordinal);
}
