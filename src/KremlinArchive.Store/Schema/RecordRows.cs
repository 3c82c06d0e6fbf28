using KremlinArchive.Records;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Schema;

/// <summary>Reads the rows of records by what they are called.</summary>
internal static class RecordRows
{
    /// <summary>The rows of these records; those that the archive does not hold are left out.</summary>
    public static async Task<IReadOnlyList<RecordRow>> FindAsync(ArchiveContext context, IReadOnlyCollection<RecordId> ids, CancellationToken cancellation)
    {
        var found = new List<RecordRow>();
        foreach (var shelf in ids.Distinct().GroupBy(id => (id.Language, id.Collection)))
        {
            var numbers = shelf.Select(id => id.Number).ToList();
            found.AddRange(await context.Records
                .Where(row => row.Language == shelf.Key.Language && row.Collection == shelf.Key.Collection && numbers.Contains(row.Number))
                .ToListAsync(cancellation));
        }

        return found;
    }
}
