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
    private const decimal Hundred = 100m;

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
                rated == 0 ? Hundred : Percent(satisfied, rated)
            );
    }

    /// <summary>
    /// The facts of these rates. Each leads to the numbers of the tickets it was calculated from, the ones that lower it
    /// first.
    /// </summary>
    /// <param name="item">First part of the rates' items.</param>
    /// <param name="ticketsItem">The item of the number of tickets.</param>
    public static IReadOnlyList<ReportedFact> Facts(
        string item,
        string ticketsItem,
        IReadOnlyCollection<CountedTicket> tickets
    )
    {
        var rates = Of(tickets);
        var rated = tickets.Where(ticket => ticket.Rated).ToList();
        var number = new ReportedFact(
            ticketsItem,
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
                Rate($"{item}.disposal", tickets, ticket => ticket.Disposed),
                Rate($"{item}.resolution", tickets, ticket => ticket.Solved),
                Rate($"{item}.satisfaction", rated, ticket => ticket.Satisfied),
                number,
            ];
    }

    /// <param name="counted">The tickets that the rate is a share of; where there are none, nothing was wrong.</param>
    private static ReportedFact Rate(
        string item,
        IReadOnlyCollection<CountedTicket> counted,
        Func<CountedTicket, bool> good
    )
    {
        var part = counted.Count(good);
        return new(
            item,
            null,
            null,
            counted.Count == 0 ? Hundred : Percent(part, counted.Count),
            counted.Count,
            null,
            Evidence(counted, good)
        )
        {
            Mean = counted.Count == 0 ? null : new(Hundred * part, counted.Count),
        };
    }

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

    private static decimal Percent(int part, int whole) => Hundred * part / whole;
}
