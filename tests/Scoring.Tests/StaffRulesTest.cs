using Assessment.Scoring.Staff;
using Assessment.ServiceDefaults.Imports;
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
