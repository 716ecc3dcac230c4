using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class ImportKindsTest(ScoringHost host)
{
    [Fact]
    public async Task Kinds_AreListedWithTheColumnsOfTheirFiles() =>
        Assert.Equal(
            [
                "areas: id,name,category,households,party_members",
                "staff: id,area,name,post,[presiding],[on_site],[identity],[months],[leave_months],[retired_in_year],[previous_grade]",
                "departments: name,[full_name],[contact]",
                "scores of a cycle: area,item,department,[period],score,[reason],[count],[eligible]",
                "events of a cycle: id,subject,rule,[level],[points],date,[evidence],[count],[item],[work],[award],[holder],[waiver]",
            ],
            await ImportHeaders.OfAsync(host.As("some-township"), "scoring")
        );
}
