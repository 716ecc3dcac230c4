using Assessment.Engine.Payouts;

namespace Assessment.Engine.Tests;

public sealed class MoneyTest
{
    [Theory]
    [InlineData("1", "2", true, true, false, false)]
    [InlineData("2", "2", false, true, false, true)]
    [InlineData("2.01", "2", false, false, true, true)]
    public void Amounts_CompareByTheirYuan(
        string one,
        string other,
        bool less,
        bool atMost,
        bool more,
        bool atLeast
    )
    {
        var (a, b) = (Of(one), Of(other));

        Assert.Equal((less, atMost, more, atLeast), (a < b, a <= b, a > b, a >= b));
        Assert.Equal(
            less ? -1
                : more ? 1
                : 0,
            Math.Sign(a.CompareTo(b))
        );
    }

    private static Money Of(string yuan) => new(decimal.Parse(yuan, provider: null));
}
