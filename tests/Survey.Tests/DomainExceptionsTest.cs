using Assessment.ServiceDefaults.DomainExceptions;
using Xunit;

namespace Assessment.Survey.Tests;

public sealed class DomainExceptionsTest
{
    public static TheoryData<Type> All { get; } =
    [
        .. typeof(Program)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DomainException)) && !type.IsAbstract),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void EachDomainException_HasATextForPeople(Type refusal) =>
        Assert.NotEmpty(DomainException.TextOf(refusal));
}
