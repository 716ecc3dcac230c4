using Assessment.ServiceDefaults.Refusals;
using Xunit;

namespace Assessment.ServiceDefaults.Tests;

public sealed class RefusalTest
{
    public static TheoryData<Type> Refusals() =>
        new(typeof(Refusal).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Refusal))));

    [Theory]
    [MemberData(nameof(Refusals))]
    public void EachRefusal_HasATextForPeople(Type refusal) =>
        Assert.NotEmpty(Refusal.TextOf(refusal));

    [Fact]
    public void Code_FollowsFromTheSentence() =>
        Assert.Equal("import-file-is-missing", Refusal.CodeOf(typeof(Imports.ImportFileIsMissing)));
}
