using Assessment.ServiceDefaults.DomainExceptions;
using Xunit;

namespace Assessment.Hotline.Tests;

public sealed class ExceptionTextTest
{
    public static TheoryData<Type> DomainExceptions() =>
        [
            .. typeof(Program)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(DomainException))),
        ];

    [Theory]
    [MemberData(nameof(DomainExceptions))]
    public void EveryDomainException_HasAChineseText(Type refusal) =>
        Assert.Contains(
            DomainException.TextOf(refusal),
            letter => letter is >= '\u4E00' and <= '\u9FFF'
        );
}
