using System.Text.Json;
using Assessment.Contracts;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Results;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Payout.Sheets;

/// <summary>
/// 绩效发放表 of a cycle. Of several, the one with the highest <see cref="Number"/> holds; the others are kept as they
/// were. A sheet is never changed.
/// </summary>
public sealed class PayoutSheet : ITownshipOwned
{
    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    /// <summary>Counts the cycle's sheets, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The publication it was made from.</summary>
    public long Publication { get; init; }

    public string Scheme { get; init; } = "";

    public string Title { get; init; } = "";

    public int Year { get; init; }

    /// <summary>演练: nobody is paid by it.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Digest of the final results.</summary>
    public string Digest { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>The message it was made from, word for word: with it and the bases the sheet can be made again.</summary>
    public string PublicationJson { get; init; } = "";

    public string FindingsJson { get; init; } = "[]";

    public List<SheetLine> Lines { get; init; } = [];

    /// <summary>Takes over, unchanged, the lines of an earlier sheet whose amount was said.</summary>
    public void Keep(PayoutSheet earlier)
    {
        var said = earlier
            .Lines.Where(line => line.Amount is not null)
            .ToDictionary(line => line.Person, StringComparer.Ordinal);
        for (var at = 0; at < Lines.Count; at++)
        {
            if (said.TryGetValue(Lines[at].Person, out var line))
            {
                Lines[at] = line.On(Id);
            }
        }
    }

    public AssessmentFinalized ReadPublication() =>
        JsonSerializer.Deserialize<AssessmentFinalized>(PublicationJson)!;

    public IReadOnlyList<Finding> ReadFindings() =>
        JsonSerializer.Deserialize<List<Finding>>(FindingsJson)!;
}

/// <summary>发放明细: what one person gets, and why.</summary>
public sealed class SheetLine : ITownshipOwned
{
    public Guid Sheet { get; init; }

    public string Person { get; init; } = "";

    public string Township { get; set; } = "";

    /// <summary>Place on the sheet, from 0.</summary>
    public int Position { get; init; }

    /// <summary>付款标识: the same on every sheet of the cycle, so that whoever pays knows what has been paid.</summary>
    public string Reference { get; init; } = "";

    public string Name { get; init; } = "";

    public string Area { get; init; } = "";

    public string AreaName { get; init; } = "";

    public string Post { get; init; } = "";

    /// <summary>职务, in the scheme's word; null where the scheme does not name it.</summary>
    public string? PostTitle { get; init; }

    /// <summary>发放对象, in the scheme's words.</summary>
    public string? RoleTitle { get; init; }

    public string? Tier { get; init; }

    /// <summary>In yuan; null while it cannot be said, then <see cref="Reason"/> says why.</summary>
    public decimal? Amount { get; init; }

    public string? Reason { get; init; }

    public string ExplanationJson { get; init; } = "";

    public ExplanationNode ReadExplanation() =>
        JsonSerializer.Deserialize<ExplanationNode>(ExplanationJson, EngineJson.Options)!;

    /// <summary>The same line on another sheet.</summary>
    public SheetLine On(Guid sheet) =>
        new()
        {
            Sheet = sheet,
            Person = Person,
            Township = Township,
            Position = Position,
            Reference = Reference,
            Name = Name,
            Area = Area,
            AreaName = AreaName,
            Post = Post,
            PostTitle = PostTitle,
            RoleTitle = RoleTitle,
            Tier = Tier,
            Amount = Amount,
            Reason = Reason,
            ExplanationJson = ExplanationJson,
        };

    /// <summary>Whether it says the same as a line of an earlier sheet.</summary>
    public bool SaysTheSameAs(SheetLine other) =>
        (Person, Amount, Reason, ExplanationJson)
        == (other.Person, other.Amount, other.Reason, other.ExplanationJson);
}
