using Assessment.Imports;
using Assessment.Scoring.Staff;
using Xunit;

namespace Assessment.Scoring.Tests;

public sealed class StaffRulesTest
{
    private static readonly StaffRow Person = new(
        "p1",
        "a1",
        "张三",
        "socialWorker",
        null,
        null,
        "contract",
        null,
        null,
        null,
        null
    );

    [Fact]
    public void WordsOfAnAdoptedScheme_AreTaken() =>
        Rules("jingan-guidance", "gaojing-2024").Check(Person);

    [Theory]
    [InlineData("gaojing-2024", "书记")]
    [InlineData("gaojing-2024", "社区工作者")]
    [InlineData("jingan-guidance", "居委会主任")]
    public void TitleOfAPost_IsTaken(string scheme, string post) =>
        Rules(scheme).Check(Person with { Post = post, Identity = null });

    [Fact]
    public void TitleOfAnIdentity_IsTaken() =>
        Rules("jingan-guidance").Check(Person with { Identity = "合同聘用" });

    [Fact]
    public void PostThatNoAdoptedSchemeKnows_IsRefused() =>
        Assert.Equal("post", Refused(Rules("gaojing-2024"), Person).Column);

    [Fact]
    public void IdentityThatNoAdoptedSchemeKnows_IsRefused() =>
        Assert.Equal(
            "identity",
            Refused(Rules("jingan-guidance"), Person with { Identity = "guest" }).Column
        );

    [Fact]
    public void WhereNoSchemeTellsIdentitiesApart_AnyIsTaken() =>
        Rules("gaojing-2024").Check(Person with { Post = "secretary", Identity = "guest" });

    [Fact]
    public void BeforeASchemeIsAdopted_AnyPostIsTaken() =>
        new StaffRules([]).Check(Person with { Post = "anything" });

    private static StaffRules Rules(params string[] schemes) =>
        new([.. schemes.Select(CaseFiles.Scheme)]);

    private static RowRefused Refused(StaffRules rules, StaffRow person) =>
        Assert.Throws<RowRefused>(() => rules.Check(person));
}
