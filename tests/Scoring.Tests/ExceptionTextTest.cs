using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Xunit;

namespace Assessment.Scoring.Tests;

public sealed class ExceptionTextTest
{
    public static TheoryData<Type> DomainExceptions() =>
        new(
            typeof(ScoringDb)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(DomainException)))
        );

    [Theory]
    [MemberData(nameof(DomainExceptions))]
    public void EachDomainException_HasATextForPeople(Type refusal) =>
        Assert.NotEmpty(DomainException.TextOf(refusal));
}
