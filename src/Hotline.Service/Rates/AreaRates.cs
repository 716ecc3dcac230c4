using Assessment.Contracts;
using Assessment.Hotline.Tickets;

namespace Assessment.Hotline.Rates;

/// <summary>What the rates look at in a countable ticket.</summary>
public sealed record CountedTicket(
    string Number,
    string Area,
    DateTimeOffset DueAt,
    DateTimeOffset? FinishedAt,
    bool Solved,
    Satisfaction Satisfaction
)
{
    /// <summary>Finished at the time limit itself is in time; not finished is not.</summary>
    public bool Disposed => FinishedAt <= DueAt;

    public bool Rated => Satisfaction != Satisfaction.NotRated;

    public bool Satisfied => Satisfaction is Satisfaction.Satisfied or Satisfaction.MostlySatisfied;
}

/// <summary>
/// 处置率、解决率、满意率 of an area over its countable tickets, in percent, not rounded; null without a countable ticket.
/// </summary>
public sealed record AreaRates(
    int Tickets,
    int Disposed,
    int Solved,
    int Rated,
    int Satisfied,
    decimal? Disposal,
    decimal? Resolution,
    decimal? Satisfaction
)
{
    public static AreaRates Of(IReadOnlyCollection<CountedTicket> tickets)
    {
        var disposed = tickets.Count(ticket => ticket.Disposed);
        var solved = tickets.Count(ticket => ticket.Solved);
        var rated = tickets.Count(ticket => ticket.Rated);
        var satisfied = tickets.Count(ticket => ticket.Satisfied);
        return tickets.Count == 0
            ? new AreaRates(0, 0, 0, 0, 0, null, null, null)
            : new AreaRates(
                tickets.Count,
                disposed,
                solved,
                rated,
                satisfied,
                Percent(disposed, tickets.Count),
                Percent(solved, tickets.Count),
                rated == 0 ? 100m : Percent(satisfied, rated)
            );
    }

    /// <summary>
    /// The facts of these rates. Each leads to the numbers of the tickets it was reckoned from, the ones that lower it
    /// first.
    /// </summary>
    public static IReadOnlyList<ReportedFact> Facts(
        string item,
        IReadOnlyCollection<CountedTicket> tickets
    )
    {
        var rates = Of(tickets);
        var rated = tickets.Where(ticket => ticket.Rated).ToList();
        var number = new ReportedFact(
            "tickets",
            null,
            null,
            rates.Tickets,
            null,
            null,
            Evidence(tickets, _ => true)
        );
        return rates.Tickets == 0
            ? [number]
            :
            [
                Rate($"{item}.disposal", rates.Disposal!.Value, tickets, ticket => ticket.Disposed),
                Rate(
                    $"{item}.resolution",
                    rates.Resolution!.Value,
                    tickets,
                    ticket => ticket.Solved
                ),
                Rate(
                    $"{item}.satisfaction",
                    rates.Satisfaction!.Value,
                    rated,
                    ticket => ticket.Satisfied
                ),
                number,
            ];
    }

    private static ReportedFact Rate(
        string item,
        decimal value,
        IReadOnlyCollection<CountedTicket> tickets,
        Func<CountedTicket, bool> good
    ) => new(item, null, null, value, tickets.Count, null, Evidence(tickets, good));

    private static List<string> Evidence(
        IEnumerable<CountedTicket> tickets,
        Func<CountedTicket, bool> good
    ) =>
        [
            .. tickets
                .OrderBy(good)
                .ThenBy(ticket => ticket.Number, StringComparer.Ordinal)
                .Select(ticket => ticket.Number),
        ];

    private static decimal Percent(int part, int whole) => 100m * part / whole;
}
