using Assessment.Engine.Evaluation;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary>A number that is known of an area or a person itself: one that every register has, or that the scheme declares.</summary>
/// <param name="Word">The scheme language's word for it.</param>
/// <param name="Code">Names it where it is missing.</param>
/// <param name="Written">Its unit as it is written; null where it has none.</param>
/// <param name="IsAlwaysKnown">Whether nobody is without it.</param>
/// <param name="Of">What is known of a subject.</param>
internal sealed record SubjectNumber(
    string Word,
    string Code,
    string Title,
    string? Written,
    bool IsOfAreas,
    bool IsAlwaysKnown,
    SubjectInput Input,
    Func<SubjectView, Rational?> Of
)
{
    private const string Months = "月";

    private static readonly SubjectNumber[] Known =
    [
        OfEveryArea(
            "households",
            SubjectInput.Households,
            "总户数",
            "户",
            at => at.Area.Households
        ),
        OfEveryArea(
            "partyMembers",
            SubjectInput.PartyMembers,
            "党员数",
            "人",
            at => at.Area.PartyMembers
        ),
        OfSomePeople("base", SubjectInput.Base, "绩效基数", "元", at => at.Person?.Base),
        OfSomePeople("months", SubjectInput.Months, "在岗月数", Months, at => at.Person?.Months),
        OfSomePeople(
            "leaveMonths",
            SubjectInput.LeaveMonths,
            "病、事假月数",
            Months,
            at => at.Person?.LeaveMonths
        ),
    ];

    internal Unit Unit => Unit.Named(Written);

    /// <summary>Those that there are, whoever they are of.</summary>
    internal static IEnumerable<SubjectNumber> All(ReadingState state) =>
        Known.Concat(
            state
                .Attributes.Values.Where(attribute => attribute.IsNumeric)
                .Select(attribute => new SubjectNumber(
                    attribute.Id,
                    attribute.Id,
                    attribute.Title,
                    attribute.Unit,
                    attribute.OfAreas,
                    attribute.IsRequired,
                    SubjectInput.Declared,
                    at => at.Declared(attribute)?.Number
                ))
        );

    /// <summary>Of areas everything is known that every register has.</summary>
    private static SubjectNumber OfEveryArea(
        string word,
        SubjectInput input,
        string title,
        string unit,
        Func<SubjectView, Rational?> of
    ) => new(word, $"{input}", title, unit, IsOfAreas: true, IsAlwaysKnown: true, input, of);

    private static SubjectNumber OfSomePeople(
        string word,
        SubjectInput input,
        string title,
        string unit,
        Func<SubjectView, Rational?> of
    ) => new(word, $"{input}", title, unit, IsOfAreas: false, IsAlwaysKnown: false, input, of);
}
