using Assessment.Scoring.Procedures.Acts;

namespace Assessment.Scoring.Procedures.Objections;

/// <summary>异议, with how far it has come.</summary>
/// <param name="Receipt">回执编号: year of the cycle and number.</param>
/// <param name="SubjectName">Name of the area or person whom it is about.</param>
/// <param name="Item">The item of the score, or the number of the event; null where it is about neither.</param>
/// <param name="Name">Of who objects; null where it was not given, or the caller is not to see it.</param>
/// <param name="LooksInto">User name; null before it is accepted, and for the objector.</param>
/// <param name="Due">Until when the next thing is to be done; null where nothing is.</param>
/// <param name="IsLate">Whether that day has passed.</param>
/// <param name="Found">What was found; null before, and for the objector.</param>
/// <param name="IsOwn">Whether the caller objected.</param>
public sealed record ObjectionView(
    int Number,
    string Receipt,
    ObjectionMatter Matter,
    string Subject,
    string SubjectName,
    string? Item,
    string Text,
    IReadOnlyList<Guid> Files,
    Objector Objector,
    string? Name,
    string? Contact,
    DateTimeOffset ReceivedAt,
    ObjectionStage Stage,
    bool? WasUpheld,
    string? LooksInto,
    DateOnly? Due,
    bool IsLate,
    string? Found,
    string? Reason,
    string? Answer,
    bool IsOwn
)
{
    public static ObjectionView Of(
        CycleInProcedure at,
        Objection said,
        ObjectionStanding stands,
        string subjectName,
        bool isOwn
    ) =>
        new(
            said.Number,
            ReceiptOf(at.Cycle.Year, said.Number),
            said.Matter,
            said.Subject,
            subjectName,
            said.Item,
            said.Text,
            said.Files,
            said.Objector,
            said.Name,
            said.Contact,
            said.ReceivedAt,
            stands.Stage,
            stands.WasUpheld,
            stands.LooksInto,
            stands.Due,
            stands.Due < at.Today,
            stands.Found,
            stands.Reason,
            stands.Answer,
            isOwn
        );

    public static string ReceiptOf(int year, int number) => $"异议〔{year}〕{number} 号";

    /// <summary>Who objected sees the outcome, not who looked into it; the answer alone gives the reasons.</summary>
    public ObjectionView ForObjector() =>
        this with
        {
            LooksInto = null,
            Found = null,
            Reason = Stage == ObjectionStage.Answered ? Reason : null,
            IsLate = false,
        };
}

/// <summary>回执</summary>
/// <param name="Due">Until when it is to be accepted.</param>
public sealed record ObjectionReceipt(int Number, string Receipt, DateOnly Due);
