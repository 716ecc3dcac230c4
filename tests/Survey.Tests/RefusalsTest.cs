using Assessment.ServiceDefaults.Refusals;
using Xunit;

namespace Assessment.Survey.Tests;

public sealed class RefusalsTest
{
    public static TheoryData<Type> All { get; } =
    [
        .. typeof(Program)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void EachRefusal_HasATextForPeople(Type refusal) =>
        Assert.NotEmpty(Refusal.TextOf(refusal));
}
