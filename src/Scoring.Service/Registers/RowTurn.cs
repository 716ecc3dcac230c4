namespace Assessment.Scoring.Registers;

/// <summary>A change of a row's state rather than of its values.</summary>
/// <param name="Make">Makes it; refuses where the row is in that state already.</param>
/// <param name="Concerns">Whether there is anything to change, in the township's register when a cycle's is changed.</param>
/// <param name="NeedsDay">Whether its day must be given everywhere, not only in a cycle.</param>
/// <param name="NeedsNoReference">Whether nothing may refer to the row.</param>
internal sealed record RowTurn(
    Func<RegisterRow, RegisterEdit, RegisterChange> Make,
    Func<RegisterRow, bool> Concerns,
    bool NeedsDay = false,
    bool NeedsNoReference = false
)
{
    /// <summary>终止</summary>
    public static RowTurn End { get; } =
        new((row, edit) => row.End(edit), row => row.State == RowState.Current, NeedsDay: true);

    /// <summary>作废</summary>
    public static RowTurn Withdrawal { get; } =
        new(
            (row, edit) => row.Withdraw(edit),
            row => row.State != RowState.Withdrawn,
            NeedsNoReference: true
        );

    /// <summary>恢复</summary>
    public static RowTurn Reinstatement { get; } =
        new((row, edit) => row.Reinstate(edit), row => row.State != RowState.Current);
}
