using Assessment.ServiceDefaults.Refusals;
using Xunit;

namespace Assessment.Hotline.Tests;

public sealed class RefusalTextTest
{
    public static TheoryData<Type> Refusals() =>
        [.. typeof(Program).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Refusal)))];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void EveryRefusal_HasAChineseText(Type refusal) =>
        Assert.Contains(Refusal.TextOf(refusal), letter => letter is >= '\u4E00' and <= '\u9FFF');
}
