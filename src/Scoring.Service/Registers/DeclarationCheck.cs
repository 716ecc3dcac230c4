using Assessment.Engine.Language;
using Assessment.Imports;
using Assessment.Imports.Heads;
using Assessment.Scoring.Schemes;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Registers;

/// <summary>Looks whether the columns that a scheme declares (附加项) can be columns of the township's registers.</summary>
public sealed class DeclarationCheck(SchemeStore schemes)
{
    /// <param name="scheme">The one to be adopted; of its other versions none counts.</param>
    /// <exception cref="AttributesMustFitTheRegisters">
    /// Another scheme declares the same id or title otherwise, or files would not know which column is meant.
    /// </exception>
    public async Task RunAsync(Scheme scheme, CancellationToken cancellationToken)
    {
        if (scheme.Attributes.Count == 0)
        {
            return;
        }

        var others = (await schemes.NewestAsync(cancellationToken))
            .Where(other => other.Id != scheme.Id)
            .SelectMany(other => other.Attributes.Select(attribute => (other, attribute)))
            .ToList();
        var problems = scheme
            .Attributes.SelectMany(attribute =>
                Clashes(attribute)
                    .Concat(others.SelectMany(one => Clashes(attribute, one.other, one.attribute)))
            )
            .ToList();
        if (problems.Count > 0)
        {
            throw new AttributesMustFitTheRegisters(problems);
        }
    }

    /// <summary>The head of a file must mean one column.</summary>
    private static IEnumerable<Problem> Clashes(AttributeDeclaration attribute)
    {
        var register = AllRegisters.InOrder.First(register =>
            register.DeclaredOfAreas == attribute.OfAreas
        );
        IReadOnlyList<ImportColumn> own =
        [
            .. register.Columns.Select(column => column.ForFiles() with { Required = false }),
        ];
        return ReadHeads
            .Of(register.Name, own, [attribute.Id, attribute.Title])
            .Read.Select(head => new Problem(
                "attribute-head-taken",
                $"附加项“{attribute.Id}”的“{head.Head}”在{register.Title}里就是“{head.Title}”一列，请另取编号或名称。"
            ));
    }

    private static IEnumerable<Problem> Clashes(
        AttributeDeclaration attribute,
        Scheme other,
        AttributeDeclaration declared
    )
    {
        if (declared.Id == attribute.Id)
        {
            if (
                (declared.OfAreas, declared.Kind, declared.Unit)
                != (attribute.OfAreas, attribute.Kind, attribute.Unit)
            )
            {
                yield return new Problem(
                    "attribute-declared-otherwise",
                    $"附加项“{attribute.Id}”在《{other.Title}》里的对象、类型或单位与此不同，请另取编号。"
                );
            }
        }
        else if (declared.OfAreas == attribute.OfAreas && declared.Title == attribute.Title)
        {
            yield return new Problem(
                "attribute-title-taken",
                $"附加项“{attribute.Id}”的名称“{attribute.Title}”在《{other.Title}》里是“{declared.Id}”，同一件事请用同一编号，不同的事请另取名称。"
            );
        }
    }
}

/// <summary>The columns that a scheme declares cannot be columns of the registers as they are; the problems say which.</summary>
public sealed class AttributesMustFitTheRegisters(IReadOnlyList<Problem> problems)
    : DomainException(StatusCodes.Status409Conflict, problems.Count)
{
    public override IReadOnlyList<Problem> Problems => problems;
}
