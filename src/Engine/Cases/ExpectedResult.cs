using System.Text.Json;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Cases;

/// <summary>应得结果: what a case (案例) must give, calculated by somebody else. The content of expected.json.</summary>
public sealed record ExpectedResult(
    string Scheme,
    IReadOnlyList<ExpectedArea> Areas,
    IReadOnlyList<ExpectedPerson> Staff,
    IReadOnlyList<ExpectedPayout> Payouts,
    IReadOnlyList<ExpectedFinding> Findings
)
{
    /// <exception cref="ExpectedResultException">The text says something that is not known, or not what it must.</exception>
    public static ExpectedResult Read(string json)
    {
        try
        {
            var expected =
                JsonSerializer.Deserialize<ExpectedResult>(json, StrictJson.Options)
                ?? throw new ExpectedResultException("内容为空");
            expected.RefuseTwice();
            return expected;
        }
        catch (JsonException exception)
        {
            throw new ExpectedResultException(StrictJson.Describe(exception));
        }
    }

    private void RefuseTwice()
    {
        Refuse("areas", Areas, area => area.Id);
        Refuse("staff", Staff, person => person.Id);
        Refuse("payouts", Payouts, payout => payout.Person);
        Refuse("findings", Findings, finding => finding.ToString());

        static void Refuse<T>(string list, IReadOnlyList<T> elements, Func<T, string> id)
            where T : class
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var element in elements)
            {
                // The serializer does not look at the elements of lists.
                if ((T?)element is null)
                {
                    throw new ExpectedResultException($"“{list}”里有一项是 null");
                }

                if (!seen.Add(id(element)))
                {
                    throw new ExpectedResultException($"“{list}”里“{id(element)}”写了两次");
                }
            }
        }
    }
}

/// <summary>What an area must have. What the file leaves out is none; of the items only those listed are compared.</summary>
public sealed record ExpectedArea(
    string Id,
    decimal? Total,
    int? Rank,
    string? Grade,
    IReadOnlyDictionary<string, decimal?> Items,
    string? Tier = null,
    decimal? Bonus = null,
    decimal? Deduction = null,
    decimal? Progress = null,
    string? ProposedGrade = null,
    string? ProposedTier = null
);

/// <summary>What a person must have. What the file leaves out is none; of the items only those listed are compared.</summary>
public sealed record ExpectedPerson(
    string Id,
    decimal? Total,
    int? Rank,
    string? Grade,
    IReadOnlyDictionary<string, decimal?> Items,
    string? Band = null,
    IReadOnlyList<string>? Flags = null,
    string? ProposedGrade = null
);

/// <summary>What a person must get; null while it cannot be said.</summary>
public sealed record ExpectedPayout(string Person, decimal? Amount);

/// <summary>A finding (需关注事项) that must be there.</summary>
public sealed record ExpectedFinding(string Code, string Subject, string Detail)
{
    public override string ToString() => $"{Subject} {Code} {Detail}";
}

/// <summary>A file is not an expected result. The message says why in Chinese.</summary>
public sealed class ExpectedResultException(string why)
    : Exception($"不是可用的应得结果文件：{why}");
