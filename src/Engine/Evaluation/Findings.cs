using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Engine.Evaluation;

/// <summary>What people must see of the subjects.</summary>
internal static class SheetFindings
{
    /// <summary>In the order of subject, code and detail.</summary>
    internal static IReadOnlyList<Finding> Of(
        IEnumerable<EvaluatedSheet> sheets,
        IEnumerable<Finding> others
    )
    {
        var findings = new List<Finding>(others);
        foreach (var evaluated in sheets)
        {
            if (evaluated.Sheet is not { } sheet)
            {
                continue;
            }

            for (var subject = 0; subject < evaluated.Table.Subjects.Count; subject++)
            {
                Add(evaluated, evaluated.Table[subject], findings);
            }

            foreach (var rule in sheet.LastPlaces)
            {
                findings.AddRange(LastPlaces.Of(rule, evaluated.Table));
            }
        }
        findings.Sort(Compare);
        return findings;
    }

    private static int Compare(Finding a, Finding b)
    {
        var bySubject = string.CompareOrdinal(a.Subject, b.Subject);
        if (bySubject != 0)
        {
            return bySubject;
        }

        var byCode = string.CompareOrdinal(a.Code, b.Code);
        return byCode != 0 ? byCode : string.CompareOrdinal(a.Detail, b.Detail);
    }

    private static void Add(EvaluatedSheet evaluated, SubjectView at, List<Finding> findings)
    {
        var sheet = evaluated.Sheet!;
        // Of somebody who is not assessed nothing is required.
        if (at.Placing.Aside is { KeepsTotal: false })
        {
            return;
        }

        foreach (var rule in sheet.Findings)
        {
            AddUnmet(rule, at, findings);
        }

        findings.AddRange(sheet.RaisingFindings.Select(one => one.Find(at)).OfType<Finding>());
        new AbsenceFindings(sheet, at, findings).Add(evaluated.Group(at.Subject));
        ItemBounds.Add(sheet, at, findings);
        foreach (var happened in at.Events)
        {
            AddWaived(happened, at, findings);
        }
    }

    private static void AddUnmet(FindingRule rule, SubjectView at, List<Finding> findings)
    {
        var value = rule.Value.Evaluate(at);
        var least = rule.AtLeast.Evaluate(at);
        if (value.IsPresent && least.IsPresent && value.Value < least.Value)
        {
            findings.Add(
                new(
                    rule.Code,
                    at.Self.Id,
                    rule.Detail,
                    $"{rule.Title}：{NumberFormat.ComparedTo(value.Value, least.Value)}，应不少于 {NumberFormat.ComparedTo(least.Value, value.Value)}"
                )
            );
        }
    }

    private static void AddWaived(ScoredEvent happened, SubjectView at, List<Finding> findings)
    {
        if (EventScoring.Waived(happened.Event, happened.Rule) is { } share)
        {
            findings.Add(
                new(
                    happened.Rule.Waiver!.Finding,
                    at.Self.Id,
                    happened.Event.Id,
                    $"{happened.Rule.Title}经批准免责 {share:0.##%}，少扣相应分值"
                )
            );
        }
    }
}
