using Assessment.Engine.Cases;
using Assessment.Engine.Results;

namespace Assessment.Engine.Cases;

/// <summary>案例核对: compares a result with what a case expects.</summary>
public static class CaseComparison
{
    private const string Result = "考核结果";
    private const string Amount = "发放金额";

    /// <returns>In the order of the subjects' ids; empty where the result is as expected.</returns>
    public static IReadOnlyList<CaseDifference> Compare(
        ExpectedResult expected,
        EvaluationResult actual
    )
    {
        var differences = new DifferenceList();
        differences.Texts(actual.Scheme.Id, "方案编号", expected.Scheme, actual.Scheme.Id);
        Pairs(
            differences,
            Result,
            expected.Areas.ToDictionary(area => area.Id, StringComparer.Ordinal),
            actual.Areas.ToDictionary(area => area.Id, StringComparer.Ordinal),
            (wanted, given) => differences.Add(Compare(wanted, given))
        );
        Pairs(
            differences,
            Result,
            expected.Staff.ToDictionary(person => person.Id, StringComparer.Ordinal),
            actual.Staff.ToDictionary(person => person.Id, StringComparer.Ordinal),
            (wanted, given) => differences.Add(Compare(wanted, given))
        );
        Pairs(
            differences,
            Amount,
            expected.Payouts.ToDictionary(payout => payout.Person, StringComparer.Ordinal),
            actual.Payouts.Lines.ToDictionary(line => line.Person, StringComparer.Ordinal),
            (wanted, given) =>
                differences.Numbers(wanted.Person, Amount, wanted.Amount, given.Amount?.Yuan)
        );
        Findings(differences, expected, actual);
        return differences.All;
    }

    public static IReadOnlyList<CaseDifference> Compare(ExpectedArea expected, AreaResult actual)
    {
        var id = expected.Id;
        var differences = new DifferenceList();
        differences.Numbers(id, "总分", expected.Total, actual.Total);
        differences.Numbers(id, "名次", expected.Rank, actual.Rank);
        differences.Texts(id, "等次", expected.Grade, actual.Grade);
        differences.Texts(id, "档次", expected.Tier, actual.Tier);
        differences.Numbers(id, "加分", expected.Bonus, actual.Bonus);
        differences.Numbers(id, "减分", expected.Deduction, actual.Deduction);
        differences.Numbers(id, "进步指数", expected.Progress, actual.Progress);
        differences.Texts(id, "拟定等次", expected.ProposedGrade, actual.ProposedGrade);
        differences.Texts(id, "拟定档次", expected.ProposedTier, actual.ProposedTier);
        differences.Items(id, expected.Items, actual.Items);
        return differences.All;
    }

    public static IReadOnlyList<CaseDifference> Compare(ExpectedPerson expected, StaffResult actual)
    {
        var id = expected.Id;
        var differences = new DifferenceList();
        differences.Numbers(id, "总分", expected.Total, actual.Total);
        differences.Numbers(id, "名次", expected.Rank, actual.Rank);
        differences.Texts(id, "等次", expected.Grade, actual.Grade);
        differences.Texts(id, "分档", expected.Band, actual.Band);
        differences.Sets(id, "标记", expected.Flags ?? [], actual.Flags);
        differences.Texts(id, "拟定等次", expected.ProposedGrade, actual.ProposedGrade);
        differences.Items(id, expected.Items, actual.Items);
        return differences.All;
    }

    /// <summary>Compares what both have, and reports what only one of them has.</summary>
    private static void Pairs<TExpected, TActual>(
        DifferenceList differences,
        string item,
        Dictionary<string, TExpected> expected,
        Dictionary<string, TActual> actual,
        Action<TExpected, TActual> compare
    )
    {
        foreach (var id in expected.Keys.Union(actual.Keys).Order(StringComparer.Ordinal))
        {
            if (!actual.TryGetValue(id, out var given))
            {
                differences.Lacks(id, item);
            }
            else if (!expected.TryGetValue(id, out var wanted))
            {
                differences.HasToo(id, item);
            }
            else
            {
                compare(wanted, given);
            }
        }
    }

    private static void Findings(
        DifferenceList differences,
        ExpectedResult expected,
        EvaluationResult actual
    )
    {
        var given = actual
            .Findings.Select(finding => new ExpectedFinding(
                finding.Code,
                finding.Subject,
                finding.Detail
            ))
            .ToHashSet();
        var wanted = expected.Findings.ToHashSet();
        foreach (
            var finding in wanted
                .Union(given)
                .OrderBy(finding => finding.ToString(), StringComparer.Ordinal)
        )
        {
            var item = $"需关注事项 {finding.Code} {finding.Detail}";
            if (!given.Contains(finding))
            {
                differences.Lacks(finding.Subject, item);
            }
            else if (!wanted.Contains(finding))
            {
                differences.HasToo(finding.Subject, item);
            }
        }
    }
}
