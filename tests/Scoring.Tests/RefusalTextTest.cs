using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Refusals;
using Xunit;

namespace Assessment.Scoring.Tests;

public sealed class RefusalTextTest
{
    public static TheoryData<Type> Refusals() =>
        new(
            typeof(ScoringDb).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Refusal)))
        );

    [Theory]
    [MemberData(nameof(Refusals))]
    public void EachRefusal_HasATextForPeople(Type refusal) =>
        Assert.NotEmpty(Refusal.TextOf(refusal));
}
