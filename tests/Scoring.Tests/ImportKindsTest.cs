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
                "areas: id,name,[category],households,party_members",
                "departments: name,[full_name],[contact],[leader]",
                "staff: id,area,name,post,[presiding],[on_site],[identity],[months],[leave_months],[retired_in_year],[previous_grade]",
                "postings: person,area,post,from,[to],[leave_days]",
                "certificates: person,kind,number,date",
                "contacts: area,leader,from,[to]",
                "households: area,[building],household,[phone_last4]",
                "scores of a cycle: area,item,department,[period],score,[reason],[count],[eligible]",
                "events of a cycle: id,subject,rule,[level],[points],date,[evidence],[count],[item],[work],[award],[holder],[waiver],[risk]",
            ],
            await ImportHeaders.OfAsync(host.As("some-township"), "scoring")
        );

    [Fact]
    public Task Heads_AreInTheTable_AndNoneMeansTwoColumns() =>
        ImportHeaders.AreToldApartAsync(host.As("some-township"), "scoring");
}
