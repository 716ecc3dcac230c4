using Assessment.Scoring.Sheets;
using Xunit;

namespace Assessment.Scoring.Tests.Sheets;

public sealed class SheetStateTest
{
    private static readonly SheetKey Sheet = new("社建办", "");

    /// <summary>Each step from each state: where it leads, or that it is refused.</summary>
    [Theory]
    [InlineData(SheetState.Draft, "Submitted - - -")]
    [InlineData(SheetState.Submitted, "- Returned Signed -")]
    [InlineData(SheetState.Returned, "Submitted - - -")]
    [InlineData(SheetState.Signed, "- - - Reopened")]
    [InlineData(SheetState.Counted, "- - - Reopened")]
    [InlineData(SheetState.Reopened, "Submitted - - -")]
    public void Step_LeadsWhereItShould(SheetState from, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                new[]
                {
                    SheetStep.Submit,
                    SheetStep.Return,
                    SheetStep.Sign,
                    SheetStep.Reopen,
                }.Select(step => Taken(from, step, signatureNeeded: true))
            )
        );

    [Fact]
    public void WithoutASignature_SubmissionCounts() =>
        Assert.Equal("Counted", Taken(SheetState.Draft, SheetStep.Submit, signatureNeeded: false));

    [Fact]
    public void OnlyWhatIsSubmittedOrSigned_IsLocked() =>
        Assert.Equal(
            [SheetState.Submitted, SheetState.Signed, SheetState.Counted],
            Enum.GetValues<SheetState>().Where(state => state.IsLocked())
        );

    [Fact]
    public void ReopenedSheet_CountsAsSignedUntilItIsSignedAgain()
    {
        var sheet = new DepartmentSheet { Department = Sheet.Department };
        Take(sheet, SheetStep.Submit, 5);
        Assert.Null(sheet.CountsThrough);
        Take(sheet, SheetStep.Sign, 5);
        Assert.Equal(5, sheet.CountsThrough);
        Take(sheet, SheetStep.Reopen, 5);
        Take(sheet, SheetStep.Submit, 8);
        Assert.Equal(5, sheet.CountsThrough);
        Take(sheet, SheetStep.Return, 8);
        Take(sheet, SheetStep.Submit, 9);
        Take(sheet, SheetStep.Sign, 9);
        Assert.Equal(9, sheet.CountsThrough);
    }

    private static void Take(DepartmentSheet sheet, SheetStep step, long through) =>
        sheet.Take(step, signatureNeeded: true, through, "a", DateTimeOffset.UnixEpoch, null);

    private static string Taken(SheetState from, SheetStep step, bool signatureNeeded)
    {
        try
        {
            return from.Take(step, Sheet, signatureNeeded).ToString();
        }
        catch (ServiceDefaults.DomainExceptions.DomainException)
        {
            return "-";
        }
    }
}
