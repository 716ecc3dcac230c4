using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Engine.Properties;

/// <summary>
/// 加分: one more bonus event never lowers its subject's total. Other areas' totals stay what they are, since no scheme
/// lets an area's bonus into another's total. A person's total may follow the own area's total or rank: with a bonus of
/// the area it never falls, and that of a person of another area never rises, since only ranks pass from area to area.
/// A bonus of a person is nobody else's matter.
/// </summary>
public sealed class BonusTest
{
    public static TheoryData<string> EachScheme => Schemes.All();

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void BonusMore_RaisesNobodyElse(string scheme) =>
        Property.Holds(scheme, township => LookAtOneMore(township, sheet => sheet.Bonus, 1));

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void DeductionMore_LowersNobodyElse(string scheme) =>
        Property.Holds(scheme, township => LookAtOneMore(township, sheet => sheet.Deduction, -1));

    /// <param name="direction">1 where the event's subject may only rise, −1 where it may only fall.</param>
    private static void LookAtOneMore(
        Township township,
        Func<ScoreSheet, NamedValue?> adjustment,
        int direction
    )
    {
        var random = township.Random();
        var before = township.Evaluate();
        foreach (var (isArea, ids, rules) in Sheets(township.Scheme, before, adjustment))
        {
            if (ids.Count == 0)
            {
                continue;
            }

            var subject = random.Pick(ids);
            var happened = new EventDraw(township.Scheme, random).Of(
                "more",
                subject,
                random.Pick(rules)
            );
            var facts = township.Facts;
            var after = (
                township with
                {
                    Facts = facts with { Events = [.. facts.Events, happened] },
                }
            ).Evaluate();

            Look(before, after, subject, isArea ? subject : null, direction);
        }
    }

    /// <param name="area">The area that the event is about; null where it is about a person.</param>
    private static void Look(
        EvaluationResult before,
        EvaluationResult after,
        string subject,
        string? area,
        int direction
    )
    {
        var areaOf = before.Facts.Staff.ToDictionary(
            person => person.Id,
            person => person.Area,
            StringComparer.Ordinal
        );
        foreach (var (was, now) in before.Areas.Zip(after.Areas))
        {
            if (was.Id == area)
            {
                Moves(was.Id, was.Total, now.Total, direction);
            }
            else
            {
                Assert.Equal((was.Id, was.Total), (now.Id, now.Total));
            }
        }
        foreach (var (was, now) in before.Staff.Zip(after.Staff))
        {
            if (was.Id == subject || areaOf[was.Id] == area)
            {
                Moves(was.Id, was.Total, now.Total, direction);
            }
            else if (area is null)
            {
                Assert.Equal((was.Id, was.Total), (now.Id, now.Total));
            }
            else
            {
                Moves(was.Id, was.Total, now.Total, -direction);
            }
        }
    }

    private static void Moves(string subject, decimal? was, decimal? now, int direction)
    {
        Assert.Equal(was is null, now is null);
        Assert.True(
            direction * (now ?? 0m) >= direction * (was ?? 0m),
            $"{subject}: {was} became {now}"
        );
    }

    private static IEnumerable<(
        bool IsArea,
        IReadOnlyList<string> Ids,
        IReadOnlyList<EventRule> Rules
    )> Sheets(Scheme scheme, EvaluationResult result, Func<ScoreSheet, NamedValue?> adjustment)
    {
        if (scheme.Rules.Areas is { } areas && adjustment(areas) is { } ofAreas)
        {
            yield return (true, [.. result.Areas.Select(area => area.Id)], Rules(ofAreas));
        }

        foreach (var sheet in scheme.Rules.StaffClasses)
        {
            if (adjustment(sheet) is { } ofStaff)
            {
                yield return (
                    false,
                    [
                        .. result
                            .Staff.Where(person => person.Class == sheet.Id)
                            .Select(person => person.Id),
                    ],
                    Rules(ofStaff)
                );
            }
        }
    }

    private static List<EventRule> Rules(NamedValue adjustment) =>
        [.. adjustment.Expression.All().OfType<EventPoints>().SelectMany(points => points.Rules)];
}
