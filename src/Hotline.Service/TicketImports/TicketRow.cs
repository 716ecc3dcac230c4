using Assessment.Hotline.Tickets;
using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.ServiceDefaults.Time;

namespace Assessment.Hotline.TicketImports;

/// <summary>A row of a ticket file, read and checked.</summary>
internal sealed record TicketRow(
    string Number,
    string Source,
    DateTimeOffset ReceivedAt,
    DateTimeOffset DueAt,
    DateTimeOffset? FinishedAt,
    string? Kind,
    string? Title,
    string? Content,
    string? Address,
    string? NamedArea,
    bool Solved,
    Satisfaction Satisfaction,
    Exclusion Exclusion,
    ExclusionReason? ExclusionReason
)
{
    private const string Moment = "日期和时间，如 2024-06-03 09:30";
    private const string MayBeEmpty = "可以为空";

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        In(TicketColumns.Number, $"不超过 {TicketColumns.NumberLength} 个字", "GD20240603001"),
        OneOf(TicketColumns.Source, TicketSources.All),
        In(TicketColumns.Received, Moment, "2024-06-03 09:30"),
        In(TicketColumns.Due, Moment, "2024-06-10 17:00"),
        In(TicketColumns.Finished, $"{Moment}；未办结的为空", "2024-06-07 15:00"),
        In(TicketColumns.Kind, MayBeEmpty, "市容环境"),
        In(TicketColumns.Title, MayBeEmpty, "楼道照明损坏"),
        In(TicketColumns.Content, MayBeEmpty, "反映楼道内堆放杂物"),
        In(TicketColumns.Address, "未写明居民区的，按地址归属；可以为空", ""),
        In(TicketColumns.Area, "居民区名称或编号；可以为空", ""),
        OneOf(TicketColumns.Solved, ["是", "否"]),
        OneOf(TicketColumns.Satisfaction, FileWords<Satisfaction>.All),
        OneOfOrEmpty(TicketColumns.ExclusionReason, FileWords<ExclusionReason>.All),
        OneOfOrEmpty(TicketColumns.ExclusionState, FileWords<Exclusion>.All),
    ];

    /// <exception cref="RowRefused">A cell cannot be used.</exception>
    public static TicketRow Read(TableRow row)
    {
        var excluded =
            row[TicketColumns.ExclusionState].Length > 0
            || row[TicketColumns.ExclusionReason].Length > 0;
        return new TicketRow(
            row.Required(TicketColumns.Number, TicketColumns.NumberLength),
            row.OneOf(TicketColumns.Source, TicketSources.All),
            ChinaTime.At(row.DateTime(TicketColumns.Received)),
            ChinaTime.At(row.DateTime(TicketColumns.Due)),
            row[TicketColumns.Finished].Length == 0
                ? null
                : ChinaTime.At(row.DateTime(TicketColumns.Finished)),
            row.Optional(TicketColumns.Kind, TicketColumns.ShortLength),
            row.Optional(TicketColumns.Title, TicketColumns.ShortLength),
            row.Optional(TicketColumns.Content, TicketColumns.ContentLength),
            row.Optional(TicketColumns.Address, TicketColumns.ShortLength),
            row.Optional(TicketColumns.Area, TicketColumns.ShortLength),
            row.OneOf(TicketColumns.Solved, "是", "否") == "是",
            FileWords<Satisfaction>.Read(row, TicketColumns.Satisfaction),
            // A reason without a state, or a state without a reason, leaves open whether the ticket counts.
            excluded
                ? FileWords<Exclusion>.Read(row, TicketColumns.ExclusionState)
                : Exclusion.None,
            excluded ? FileWords<ExclusionReason>.Read(row, TicketColumns.ExclusionReason) : null
        );
    }

    /// <summary>The header of these files is in Chinese, so a column's name is its title.</summary>
    private static ImportColumn In(string column, string content, string example) =>
        new(column, column, content) { Example = example };

    private static ImportColumn OneOf(string column, IReadOnlyList<string> words) =>
        new(column, column, string.Join("、", words)) { Allowed = words };

    private static ImportColumn OneOfOrEmpty(string column, IReadOnlyList<string> words) =>
        new(column, column, $"{string.Join("、", words)}；不剔除的为空")
        {
            Allowed = words,
            Example = "",
        };

    /// <summary>Makes the ticket what the row says, but for what people have decided here.</summary>
    /// <returns>Whether the row names another place than before, so that the attribution must be looked at.</returns>
    public bool ApplyTo(Ticket ticket)
    {
        ticket.Source = Source;
        ticket.ReceivedAt = ReceivedAt;
        ticket.DueAt = DueAt;
        ticket.FinishedAt = FinishedAt;
        ticket.Kind = Kind;
        ticket.Title = Title;
        ticket.Content = Content;
        ticket.Solved = Solved;
        ticket.Satisfaction = Satisfaction;
        ApplyExclusionTo(ticket);
        var moved = ticket.Address != Address || ticket.NamedArea != NamedArea;
        ticket.Address = Address;
        ticket.NamedArea = NamedArea;
        return moved;
    }

    /// <summary>
    /// A decision taken here holds against every file. A proposal made here holds until a file brings a decision:
    /// a file that does not know of it yet does not withdraw it.
    /// </summary>
    private void ApplyExclusionTo(Ticket ticket)
    {
        if (
            ticket.ExclusionDecidedHere
            || (ticket.ExclusionProposedHere && Exclusion == Exclusion.None)
        )
        {
            return;
        }

        ticket.Exclusion = Exclusion;
        ticket.ExclusionReason = ExclusionReason;
        ticket.ExclusionProposedHere = false;
    }
}
