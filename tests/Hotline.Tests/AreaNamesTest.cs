using Assessment.Contracts;
using Assessment.Hotline.Attribution;
using Xunit;

namespace Assessment.Hotline.Tests;

public sealed class AreaNamesTest
{
    private readonly AreaNames _names = new([
        new ListedArea("a1", "高境居民区", null, 1, 1),
        new ListedArea("a2", "新高境居民区", null, 1, 1),
        new ListedArea("a3", "三花居民区", null, 1, 1),
        new ListedArea("a4", "同名居民区", null, 1, 1),
        new ListedArea("a5", "同名居民区", null, 1, 1),
    ]);

    [Theory]
    [InlineData("高境居民区", "a1")]
    [InlineData("a3", "a3")]
    [InlineData("高境", null)]
    [InlineData("同名居民区", null)]
    [InlineData(null, null)]
    public void Name_GivesTheAreaItNamesAlone(string? name, string? area) =>
        Assert.Equal(area, _names.ByName(name));

    [Theory]
    [InlineData("高境居民区5号", "a1")]
    [InlineData("高境镇新高境居民区5号", "a2")]
    [InlineData("新高境居民区与高境居民区之间", null)]
    [InlineData("高境居民区、三花居民区交界", null)]
    [InlineData("同名居民区1号", null)]
    [InlineData("殷高路1号", null)]
    [InlineData(null, null)]
    public void Address_GivesTheOneAreaWhoseNameItHolds(string? address, string? area) =>
        Assert.Equal(area, _names.ByAddress(address));
}
