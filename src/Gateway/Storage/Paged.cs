using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.Storage;

/// <summary>一页</summary>
/// <param name="Total">总条数</param>
public sealed record Paged<T>(int Total, int Page, int PageSize, IReadOnlyList<T> Items);

/// <summary>Which page is asked for; of most lines when nothing else is said.</summary>
public sealed record PageRequest(int? Page, int? PageSize)
{
    private const int Usual = 50;
    private const int Largest = 200;
    private const int Last = 1_000_000;

    public async Task<Paged<T>> OfAsync<T>(IQueryable<T> lines, CancellationToken cancellation)
    {
        var page = Math.Clamp(Page ?? 1, 1, Last);
        var size = Math.Clamp(PageSize ?? Usual, 1, Largest);
        return new Paged<T>(
            await lines.CountAsync(cancellation),
            page,
            size,
            await lines.Skip((page - 1) * size).Take(size).ToListAsync(cancellation)
        );
    }
}
