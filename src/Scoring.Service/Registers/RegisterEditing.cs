using Assessment.Imports;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Edits;
using Assessment.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Registers;

/// <summary>
/// Changes single rows. In a cycle each change has a date and a reason; what also concerns the years to come is made in
/// the township's current register in the same transaction. The caller has begun a transaction and commits it.
/// </summary>
internal sealed class RegisterEditing(
    ScoringDb db,
    RegisterReading reading,
    RegisterContexts contexts,
    RowReferences references,
    TimeProvider time
)
{
    public async Task<RegisterRow> CreateAsync(
        Register register,
        RegisterScope scope,
        RowEntry entry,
        string by,
        CancellationToken cancellationToken
    )
    {
        var locked = await LockAsync(scope, cancellationToken);
        var edit = EditOf(locked, entry, by);
        var row = await CreateAsync(register, locked, entry, edit, cancellationToken);
        await FinishAsync(register, locked, cancellationToken);
        if (entry.AlsoCurrent && !scope.IsCurrent)
        {
            await AlsoCurrentAsync(
                register,
                row.Key,
                async (current, township) =>
                {
                    if (current is null)
                    {
                        await CreateAsync(register, township, entry, edit, cancellationToken);
                    }
                    else
                    {
                        await ChangeAsync(
                            register,
                            township,
                            current,
                            entry,
                            edit,
                            cancellationToken
                        );
                    }
                },
                cancellationToken
            );
        }

        return row;
    }

    /// <param name="ifMatch">The version that the edit was made from.</param>
    public async Task<RegisterRow> ChangeAsync(
        Register register,
        Guid id,
        string? ifMatch,
        RowEntry entry,
        string by,
        CancellationToken cancellationToken
    )
    {
        var (row, locked) = await EditedAsync(register, id, ifMatch, cancellationToken);
        var edit = EditOf(locked, entry, by);
        var before = RowValues.Of(row.ContentJson);
        await ChangeAsync(register, locked, row, entry, edit, cancellationToken);
        await FinishAsync(register, locked, cancellationToken);
        if (entry.AlsoCurrent && !locked.Scope.IsCurrent)
        {
            await AlsoCurrentAsync(
                register,
                row.Key,
                (current, township) =>
                    current is null
                        ? Task.CompletedTask
                        : ChangeAsync(
                            register,
                            township,
                            current,
                            entry with
                            {
                                // Only what this edit has changed: the rest may have gone its own way.
                                Values = Changed(
                                    RowValues.Of(current.ContentJson),
                                    before,
                                    entry.Values
                                ),
                            },
                            edit,
                            cancellationToken
                        ),
                cancellationToken
            );
        }

        return row;
    }

    /// <exception cref="ChangeNeedsDateAndReason">The day is not given where it is needed.</exception>
    /// <exception cref="RowIsReferredTo">Other rows, facts or events are about it.</exception>
    public async Task<RegisterRow> TurnAsync(
        Register register,
        Guid id,
        RowTurn turn,
        string? ifMatch,
        RowChange change,
        string by,
        CancellationToken cancellationToken
    )
    {
        var (row, locked) = await EditedAsync(register, id, ifMatch, cancellationToken);
        if (turn.NeedsDay && change.Date is null)
        {
            throw new ChangeNeedsDateAndReason();
        }

        if (turn.NeedsNoReference)
        {
            await references.RefuseAsync(row, cancellationToken);
        }

        var edit = EditOf(locked, change, by);
        db.Keep(turn.Make(row, edit));
        await FinishAsync(register, locked, cancellationToken);
        if (change.AlsoCurrent && !locked.Scope.IsCurrent)
        {
            await AlsoCurrentAsync(
                register,
                row.Key,
                async (current, _) =>
                {
                    if (current is null || !turn.Concerns(current))
                    {
                        return;
                    }

                    if (turn.NeedsNoReference)
                    {
                        await references.RefuseAsync(current, cancellationToken);
                    }

                    db.Keep(turn.Make(current, edit));
                },
                cancellationToken
            );
        }

        return row;
    }

    private async Task<RegisterRow> CreateAsync(
        Register register,
        LockedScope locked,
        RowEntry entry,
        RegisterEdit edit,
        CancellationToken cancellationToken
    )
    {
        var content = await ReadAsync(register, locked, entry.Values, cancellationToken);
        var there = await RowAsync(register, locked.Scope, content.Key, cancellationToken);
        if (there is not null)
        {
            throw new RowIsThereAlready(content.Key);
        }

        var (row, creation) = RegisterRow.Create(register, locked.Scope, content, edit);
        db.RegisterRows.Add(row);
        db.Keep(creation);
        return row;
    }

    private async Task ChangeAsync(
        Register register,
        LockedScope locked,
        RegisterRow row,
        RowEntry entry,
        RegisterEdit edit,
        CancellationToken cancellationToken
    )
    {
        var content = await ReadAsync(register, locked, entry.Values, cancellationToken);
        if (content.Key != row.Key)
        {
            throw new KeyMustStay(
                register.Columns.Where(column => column.IsKey).Select(column => column.Title)
            );
        }

        if (row.Change(content, edit) is { } change)
        {
            db.Keep(change);
        }
    }

    private async Task<RegisterContent> ReadAsync(
        Register register,
        LockedScope locked,
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken
    )
    {
        var context = await contexts.OfAsync(locked.Cycle, cancellationToken);
        try
        {
            return register.Read(context.RowOf(register, values), context);
        }
        catch (RowRefused refused)
        {
            throw new RowMustFitTheRegister(refused, context.InWords(register, refused));
        }
    }

    private async Task AlsoCurrentAsync(
        Register register,
        string key,
        Func<RegisterRow?, LockedScope, Task> change,
        CancellationToken cancellationToken
    )
    {
        var township = await LockedScope.OfAsync(db, RegisterScope.Current, cancellationToken);
        var current = await RowAsync(register, RegisterScope.Current, key, cancellationToken);
        await change(current, township);
        await FinishAsync(register, township, cancellationToken);
    }

    private async Task<(RegisterRow Row, LockedScope Locked)> EditedAsync(
        Register register,
        Guid id,
        string? ifMatch,
        CancellationToken cancellationToken
    )
    {
        var scope = await db
            .RegisterRows.Where(row => row.Id == id && row.Register == register.Name)
            .Select(row => (Guid?)row.Cycle)
            .SingleOrDefaultAsync(cancellationToken);
        var locked = await LockAsync(
            new RegisterScope(scope ?? throw new NothingIsThere()),
            cancellationToken
        );
        var row = await FindAsync(register, id, cancellationToken);
        EntityTags.MustMatch(ifMatch, EntityTags.Of(row.Version), RowView.Of(row));
        return (row, locked);
    }

    /// <summary>Of two scopes, a cycle is locked before the township, whoever locks both.</summary>
    private async Task<LockedScope> LockAsync(
        RegisterScope scope,
        CancellationToken cancellationToken
    )
    {
        var locked = await LockedScope.OfAsync(db, scope, cancellationToken);
        locked.Cycle?.AdmitEntries();
        return locked;
    }

    private async Task FinishAsync(
        Register register,
        LockedScope locked,
        CancellationToken cancellationToken
    )
    {
        if (await db.SaveChangesAsync(cancellationToken) > 0)
        {
            await locked.CountChangeAsync(
                areas: register == AllRegisters.Areas,
                reading,
                cancellationToken
            );
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<RegisterRow> FindAsync(
        Register register,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await db.RegisterRows.SingleOrDefaultAsync(
            row => row.Id == id && row.Register == register.Name,
            cancellationToken
        ) ?? throw new NothingIsThere();

    private Task<RegisterRow?> RowAsync(
        Register register,
        RegisterScope scope,
        string key,
        CancellationToken cancellationToken
    ) =>
        db.RegisterRows.SingleOrDefaultAsync(
            row => row.Cycle == scope.Cycle && row.Register == register.Name && row.Key == key,
            cancellationToken
        );

    private RegisterEdit EditOf(LockedScope locked, RowChange change, string by)
    {
        var now = time.GetUtcNow();
        var today = ChinaTime.DayOf(now);
        var reason = string.IsNullOrWhiteSpace(change.Reason) ? null : change.Reason.Trim();
        if (reason?.Length > RegisterRow.ReasonLength)
        {
            throw new ReasonIsTooLong(RegisterRow.ReasonLength);
        }

        if (locked.Cycle is { } cycle)
        {
            if (change.Date is null || reason is null)
            {
                throw new ChangeNeedsDateAndReason();
            }

            cycle.MustHold(change.Date.Value, today);
        }

        return new RegisterEdit(change.Date ?? today, reason, by, now);
    }

    private static Dictionary<string, string> Changed(
        Dictionary<string, string> current,
        Dictionary<string, string> before,
        IReadOnlyDictionary<string, string> after
    )
    {
        foreach (var column in before.Keys.Union(after.Keys, StringComparer.Ordinal))
        {
            var (old, now) = (
                before.GetValueOrDefault(column, ""),
                after.GetValueOrDefault(column, "")
            );
            if (old != now)
            {
                current[column] = now;
            }
        }

        return current;
    }
}
