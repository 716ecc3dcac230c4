using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Registers;

/// <summary>Whether a row of a register counts.</summary>
public enum RowState
{
    /// <summary>在册</summary>
    Current,

    /// <summary>
    /// 已离任、撤销或失效: it has an end. It stays in the register of the year in which it ended, and is not taken over
    /// into the next.
    /// </summary>
    Ended,

    /// <summary>作废: it was entered by mistake and counts nowhere.</summary>
    Withdrawn,
}

/// <summary>
/// 名册的一行, as it is now: of the township's current registers, or of a cycle's. What it was before is in
/// <see cref="RegisterChange"/>.
/// </summary>
public sealed class RegisterRow : ITownshipOwned
{
    public const int KeyLength = 300;
    public const int SearchLength = 1000;
    public const int ReasonLength = 500;

    public Guid Id { get; private init; }

    public string Township { get; set; } = "";

    /// <summary>Name of the <see cref="Registers.Register"/>.</summary>
    public string Register { get; private init; } = "";

    /// <summary>The cycle whose register it is in; empty for the township's current one.</summary>
    public Guid Cycle { get; private init; }

    public string Key { get; private init; } = "";

    /// <summary>The values by column.</summary>
    public string ContentJson { get; private set; } = "{}";

    /// <summary>The values, to be searched for a text.</summary>
    public string SearchText { get; private set; } = "";

    public string? Area { get; private set; }

    public string? Person { get; private set; }

    public RowState State { get; private set; }

    /// <summary>Its last day, included; null while it has no end.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>From 1; grows with every change. An edit names the one that it was made from.</summary>
    public long Version { get; private set; }

    /// <summary>Of a cycle's row, the township's row that it was taken over from; null where it was created in the cycle.</summary>
    public Guid? TakenFrom { get; private init; }

    /// <summary>The version of that row which was taken over.</summary>
    public long? TakenVersion { get; private set; }

    internal static (RegisterRow Row, RegisterChange Change) Create(
        Register register,
        RegisterScope scope,
        RegisterContent content,
        RegisterEdit edit
    )
    {
        var row = new RegisterRow
        {
            Id = Guid.CreateVersion7(edit.At),
            Register = register.Name,
            Cycle = scope.Cycle,
            Key = content.Key,
        };
        return (row, row.Take(content, edit, RegisterChangeKind.Created, before: null)!);
    }

    /// <summary>The same row in the register of a cycle that is being opened, or later where the cycle takes it over.</summary>
    /// <param name="content">Its own, as far as the cycle's scheme has columns for it.</param>
    internal RegisterRow CopyInto(Guid cycle, RegisterContent content, DateTimeOffset at)
    {
        var copy = new RegisterRow
        {
            Id = Guid.CreateVersion7(at),
            Township = Township,
            Register = Register,
            Cycle = cycle,
            Key = Key,
            State = State,
            EndedOn = EndedOn,
            Version = 1,
            TakenFrom = Id,
            TakenVersion = Version,
        };
        copy.Set(content);
        return copy;
    }

    /// <returns>Null where nothing differs.</returns>
    internal RegisterChange? Change(RegisterContent content, RegisterEdit edit) =>
        content.Json == ContentJson && State != RowState.Withdrawn
            ? null
            : Take(content, edit, RegisterChangeKind.Changed, Snapshot());

    /// <exception cref="RowHasEndedAlready">It has an end, or does not count.</exception>
    internal RegisterChange End(RegisterEdit edit)
    {
        if (State != RowState.Current)
        {
            throw new RowHasEndedAlready();
        }

        return Turn(RowState.Ended, edit.Date, edit, RegisterChangeKind.Ended);
    }

    /// <exception cref="RowHasEndedAlready">It does not count already.</exception>
    internal RegisterChange Withdraw(RegisterEdit edit) =>
        State == RowState.Withdrawn
            ? throw new RowHasEndedAlready()
            : Turn(RowState.Withdrawn, endedOn: null, edit, RegisterChangeKind.Withdrawn);

    /// <exception cref="RowHasNotEnded">There is nothing to take back.</exception>
    internal RegisterChange Reinstate(RegisterEdit edit) =>
        State == RowState.Current
            ? throw new RowHasNotEnded()
            : Turn(RowState.Current, endedOn: null, edit, RegisterChangeKind.Reinstated);

    /// <summary>Makes the row what the township's is.</summary>
    /// <returns>Null where nothing differs.</returns>
    internal RegisterChange? Become(
        RowSnapshot snapshot,
        RegisterContent content,
        RegisterEdit edit
    )
    {
        var before = Snapshot();
        if (before == snapshot)
        {
            return null;
        }

        Set(content);
        (State, EndedOn) = (snapshot.State, snapshot.EndedOn);
        Version++;
        return RegisterChange.Of(this, RegisterChangeKind.TakenOver, edit, before);
    }

    /// <summary>Makes the row say again what it said before an import.</summary>
    internal RegisterChange Restore(RowSnapshot snapshot, Register register, RegisterEdit edit)
    {
        var before = Snapshot();
        Set(register.Read(snapshot.Content));
        (State, EndedOn) = (snapshot.State, snapshot.EndedOn);
        Version++;
        return RegisterChange.Of(this, RegisterChangeKind.Undone, edit, before);
    }

    /// <summary>The import that added it is undone.</summary>
    internal RegisterChange Undo(RegisterEdit edit) =>
        Turn(RowState.Withdrawn, endedOn: null, edit, RegisterChangeKind.Undone);

    /// <summary>Adds what last year's final result says.</summary>
    /// <returns>Null where nothing differs.</returns>
    internal RegisterChange? CarryOver(RegisterContent content, RegisterEdit edit) =>
        content.Json == ContentJson
            ? null
            : Take(content, edit, RegisterChangeKind.TakenOver, Snapshot());

    /// <summary>Who left in the year or later belongs to it; what was a mistake belongs to none.</summary>
    internal bool Concerns(int year) =>
        State == RowState.Current
        || (State == RowState.Ended && EndedOn >= new DateOnly(year, 1, 1));

    internal void TookOver(long version) => TakenVersion = version;

    internal RowSnapshot Snapshot() => new(ContentJson, State, EndedOn);

    private RegisterChange Take(
        RegisterContent content,
        RegisterEdit edit,
        RegisterChangeKind kind,
        RowSnapshot? before
    )
    {
        Set(content);
        if (State == RowState.Withdrawn)
        {
            // Whoever enters it again means that it counts.
            State = RowState.Current;
        }

        Version++;
        return RegisterChange.Of(this, kind, edit, before);
    }

    private void Set(RegisterContent content)
    {
        (ContentJson, Area, Person) = (content.Json, content.Area, content.Person);
        var text = string.Join(' ', RowValues.Of(content.Json).Values);
        SearchText = text.Length > SearchLength ? text[..SearchLength] : text;
    }

    private RegisterChange Turn(
        RowState state,
        DateOnly? endedOn,
        RegisterEdit edit,
        RegisterChangeKind kind
    )
    {
        var before = Snapshot();
        (State, EndedOn) = (state, endedOn);
        Version++;
        return RegisterChange.Of(this, kind, edit, before);
    }
}

/// <summary>Where a row is: in the township's current registers, or in those of a cycle.</summary>
/// <param name="Cycle">Empty for the township's current ones.</param>
public readonly record struct RegisterScope(Guid Cycle)
{
    /// <summary>街镇现行名册</summary>
    public static RegisterScope Current => new(Guid.Empty);

    public bool IsCurrent => Cycle == Guid.Empty;
}
