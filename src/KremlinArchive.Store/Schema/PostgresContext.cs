using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KremlinArchive.Store.Schema;

/// <summary>The same tables in PostgreSQL. A type of its own, since each engine has migrations of its own.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : ArchiveContext(options)
{
    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        // Text is compared by its bytes, as in SQLite: no locale of the server decides an order, and no update of its libraries spoils an index.
        conventions.Properties<string>().UseCollation("C").HaveConversion<TextAsKept>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<CaptureRow>(capture =>
        {
            // An entry of an ordered index has at most 2,704 bytes, and a source may be a longer path; a hash has always room.
            capture.Metadata.RemoveIndex(capture.HasIndex(row => new { row.Sha256, row.Source }).Metadata);
            capture.HasIndex(row => row.Sha256);
            capture.HasIndex(row => row.Source).HasMethod("hash");
        });
    }

    private sealed class TextAsKept() : ValueConverter<string, string>(text => StoredText.Of(text), text => text);
}
