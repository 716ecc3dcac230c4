using Assessment.ServiceDefaults.Imports;
using Assessment.Spreadsheets;

namespace Assessment.Scoring.Areas;

/// <summary>One row of <c>areas.csv</c>.</summary>
public sealed record AreaRow(
    string Id,
    string Name,
    string? Category,
    int Households,
    int PartyMembers
)
{
    public const int NameLength = 100;

    /// <summary>More than any township has; a larger number is a slip of the pen.</summary>
    private const int MostPeople = 1_000_000;

    /// <exception cref="RowRefused">A cell does not fit.</exception>
    public static AreaRow Read(TableRow row) =>
        new(
            row.Required("id", RegisteredArea.IdLength),
            row.Required("name", NameLength),
            row.Optional("category", NameLength),
            row.WholeNumber("households", 0, MostPeople),
            row.WholeNumber("party_members", 0, MostPeople)
        );
}
