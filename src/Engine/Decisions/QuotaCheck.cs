using Assessment.Engine.Evaluation;
using Assessment.Engine.Language;

namespace Assessment.Engine.Decisions;

/// <summary>Looks how far the quotas are used.</summary>
internal static class QuotaCheck
{
    /// <summary>Areas first, then class by class, each grade from the best down.</summary>
    internal static IReadOnlyList<QuotaUse> Of(IEnumerable<EvaluatedSheet> sheets)
    {
        var uses = new List<QuotaUse>();
        foreach (var evaluated in sheets)
        {
            if (evaluated.Sheet is not { } sheet)
            {
                continue;
            }

            for (var position = 0; position < sheet.Grades.Count; position++)
            {
                if (sheet.Grades[position].Quota is { } quota)
                {
                    uses.AddRange(Of(sheet, evaluated, position, quota));
                }
            }
        }
        return uses;
    }

    private static IEnumerable<QuotaUse> Of(
        ScoreSheet sheet,
        EvaluatedSheet evaluated,
        int position,
        Quota quota
    )
    {
        var (grade, table) = (sheet.Grades[position], evaluated.Table);
        foreach (var group in evaluated.Groups)
        {
            var places = group.Places[position]!.Value;
            var holders = group
                .Ranked.Where(subject =>
                    string.Equals(
                        table.Placings[subject].Grade,
                        grade.Name,
                        StringComparison.Ordinal
                    )
                )
                .Select(subject => table.Subjects[subject].Id)
                .ToList();
            yield return new(
                sheet.Title,
                Within(sheet.Rank.Within, table.Subjects[group.Subjects[0]]),
                grade.Name,
                places,
                holders,
                quota.Limit,
                quota.Share.Parameter?.Citation ?? grade.Citation
            );
        }
    }

    private static string? Within(RankScope scope, Subject any) =>
        scope switch
        {
            RankScope.Area => any.Area.Name,
            RankScope.Category => any.Area.Category,
            _ => null,
        };
}
