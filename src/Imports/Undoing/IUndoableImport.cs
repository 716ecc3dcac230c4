namespace Assessment.Imports.Undoing;

/// <summary>A kind of import that can be undone (撤销导入) as long as nothing was built on what it brought.</summary>
public interface IUndoableImport : IImport
{
    /// <summary>
    /// Puts back what was before each row of the import, or names what stands in the way with
    /// <see cref="ImportUndo.Obstruct"/>; then nothing takes effect. Runs in one transaction with the note of the undoing;
    /// it takes the locks that the import takes.
    /// </summary>
    Task UndoAsync(ImportUndo undo, CancellationToken cancellationToken);
}
