using System.Globalization;
using System.Text;
using Assessment.Engine.Facts;

namespace Assessment.Testing.Cases;

/// <summary>A case's facts as the CSV files that a township would import.</summary>
public static class CaseTables
{
    public static string Areas(FactSet facts) =>
        Table(
            "id,name,category,households,party_members",
            facts.Areas,
            area => $"{area.Id},{area.Name},{area.Category},{area.Households},{area.PartyMembers}"
        );

    public static string Staff(FactSet facts) =>
        Table(
            "id,area,name,post,presiding,on_site,identity,months,leave_months,retired_in_year,previous_grade",
            facts.Staff,
            person =>
                $"{person.Id},{person.Area},{person.Name},{person.Post},{person.Presiding},{person.OnSite},{person.Identity},{person.Months},{person.LeaveMonths},{person.RetiredInYear},{person.PreviousGrade}"
        );

    public static string Scores(IEnumerable<Fact> facts) =>
        Table(
            "area,item,department,period,score,reason,count,eligible",
            facts,
            fact =>
                $"{fact.Subject},{fact.Item},{fact.By},{fact.Period},{fact.Value},,{fact.Count},{fact.Eligible}"
        );

    public static string Events(FactSet facts) =>
        Table(
            "id,subject,rule,level,points,count,item,work,award,holder,waiver,date,evidence,risk",
            facts.Events,
            one =>
                $"{one.Id},{one.Subject},{one.Rule},{one.Level},{one.Points},{one.Count},{one.Item},{one.Work},{one.Award},{one.Holder},{one.Waiver},{facts.Year}-06-01,文件,{(IsWaived(one) ? RiskOf(one) : null)}"
        );

    /// <summary>Whether a share of what the event deducts is waived, so that a risk must be on file.</summary>
    public static bool IsWaived(AssessmentEvent one) => one.Waiver is { } share && share != 0m;

    /// <summary>Number of the risk by which it is.</summary>
    public static string RiskOf(AssessmentEvent one) => $"R-{one.Id}";

    private static string Table<T>(string head, IEnumerable<T> rows, Func<T, FormattableString> row)
    {
        var text = new StringBuilder(head).Append('\n');
        foreach (var one in rows)
        {
            text.Append(row(one).ToString(CultureInfo.InvariantCulture)).Append('\n');
        }

        return text.ToString();
    }
}
