using Assessment.Engine.Expressions;

namespace Assessment.Engine.Evaluation;

/// <summary>What people must see of the subjects.</summary>
internal static class SheetFindings
{
    private const string FactMissing = "fact.missing";

    /// <summary>In the order of subject, code and detail.</summary>
    internal static IReadOnlyList<Finding> Of(
        IEnumerable<EvaluatedSheet> sheets,
        IEnumerable<Finding> others
    )
    {
        var findings = new List<Finding>(others);
        foreach (var sheet in sheets)
        {
            if (sheet.Sheet is not null)
                findings.AddRange(Of(sheet.Sheet, sheet.Table));
        }
        findings.Sort(Compare);
        return findings;
    }

    private static int Compare(Finding a, Finding b)
    {
        var bySubject = string.CompareOrdinal(a.Subject, b.Subject);
        if (bySubject != 0)
            return bySubject;
        var byCode = string.CompareOrdinal(a.Code, b.Code);
        return byCode != 0 ? byCode : string.CompareOrdinal(a.Detail, b.Detail);
    }

    private static IEnumerable<Finding> Of(ScoreSheet sheet, SubjectTable table)
    {
        for (var subject = 0; subject < table.Subjects.Count; subject++)
        {
            var at = table[subject];
            // Of somebody who is not assessed nothing is required.
            if (at.Standing.Aside is { KeepsTotal: false })
                continue;
            foreach (var finding in Unmet(sheet, at))
                yield return finding;
            foreach (var finding in Invalid(sheet, at))
                yield return finding;
            foreach (var finding in Missing(sheet, at).DistinctBy(finding => finding.Detail))
                yield return finding;
            foreach (var finding in Waived(at))
                yield return finding;
        }
        foreach (var rule in sheet.LastPlaces)
        {
            foreach (var finding in LastPlaces.Of(rule, table))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> Unmet(ScoreSheet sheet, SubjectView at)
    {
        foreach (var rule in sheet.Findings)
        {
            var value = rule.Value.Evaluate(at);
            var least = rule.AtLeast.Evaluate(at);
            if (value.IsPresent && least.IsPresent && value.Value < least.Value)
            {
                yield return new(
                    rule.Code,
                    at.Self.Id,
                    rule.Detail,
                    $"{rule.Title}：{Shown.Number(value.Value)}，应不少于 {Shown.Number(least.Value)}"
                );
            }
        }
    }

    private static IEnumerable<Finding> Invalid(ScoreSheet sheet, SubjectView at)
    {
        foreach (var ballot in sheet.Ballots)
        {
            if (ballot.IsInvalid(at))
                yield return new(ballot.Finding, at.Self.Id, ballot.Item, ballot.Turnout(at));
        }
    }

    private static IEnumerable<Finding> Missing(ScoreSheet sheet, SubjectView at)
    {
        foreach (var value in sheet.Values)
        {
            if (at.Value(value.Index).State != CellState.Missing)
                continue;
            foreach (var missing in value.Expression.MissingFacts(at))
                yield return new(
                    FactMissing,
                    at.Self.Id,
                    missing.Key,
                    $"“{value.Title}”缺少{missing.Title}，不能得出总分"
                );
        }
    }

    private static IEnumerable<Finding> Waived(SubjectView at)
    {
        foreach (var happened in at.Events)
        {
            if (EventScoring.Waived(happened.Event, happened.Rule) is { } share)
                yield return new(
                    happened.Rule.Waiver!.Finding,
                    at.Self.Id,
                    happened.Event.Id,
                    $"{happened.Rule.Title}经批准免责 {share:0.##%}，少扣相应分值"
                );
        }
    }
}
