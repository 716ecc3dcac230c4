using Assessment.ServiceDefaults.DomainExceptions;
using Xunit;

namespace Assessment.ServiceDefaults.Tests;

public sealed class DomainExceptionTest
{
    public static TheoryData<Type> DomainExceptions() =>
        new(
            typeof(DomainException)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(DomainException)))
        );

    [Theory]
    [MemberData(nameof(DomainExceptions))]
    public void EachDomainException_HasATextForPeople(Type refusal) =>
        Assert.NotEmpty(DomainException.TextOf(refusal));

    [Fact]
    public void Code_FollowsFromTheSentence() =>
        Assert.Equal(
            "import-file-is-missing",
            DomainException.CodeOf(typeof(Imports.ImportFileIsMissing))
        );
}
