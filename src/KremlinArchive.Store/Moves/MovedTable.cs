using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KremlinArchive.Store.Moves;

/// <summary>A table as it is moved: its columns, those of its key first, and the statements that walk and write it, which both engines understand.</summary>
internal sealed class MovedTable
{
    private MovedTable(IEntityType entity)
    {
        Name = entity.GetTableName()!;
        var key = entity.FindPrimaryKey()!.Properties;
        KeyLength = key.Count;
        Columns = [.. key.Concat(entity.GetProperties().Where(property => !key.Contains(property))).Select(MovedColumn.Of)];
    }

    public string Name { get; }

    /// <summary>All of them, the key's first.</summary>
    public IReadOnlyList<MovedColumn> Columns { get; }

    /// <summary>How many of the columns are the key.</summary>
    public int KeyLength { get; }

    /// <summary>True if rows may be large: they hold pages or texts.</summary>
    public bool HoldsBytes => Columns.Any(column => column.IsBytes);

    /// <summary>Adds a row, or gives the one of the same key its values.</summary>
    public string Upsert => $"{Insert} ON CONFLICT ({Names(Keys)}) DO " + (Columns.Count == KeyLength ? "NOTHING" : $"UPDATE SET {string.Join(", ", Columns.Skip(KeyLength).Select(column => $"{column.Quoted} = excluded.{column.Quoted}"))}");

    /// <summary>Adds a row.</summary>
    public string Insert => $"INSERT INTO {Quoted} ({Names(Columns)}) VALUES ({string.Join(", ", Columns.Select((_, at) => $"@p{at}"))})";

    /// <summary>Removes the row of a key.</summary>
    public string Delete => $"DELETE FROM {Quoted} WHERE {IsKey}";

    /// <summary>Reads the row of a key.</summary>
    public string Find => $"SELECT {Names(Columns)} FROM {Quoted} WHERE {IsKey}";

    public string Count => $"SELECT COUNT(*) FROM {Quoted}";

    /// <summary>Takes rows in PostgreSQL's binary form.</summary>
    public string Copy => $"COPY {Quoted} ({Names(Columns)}) FROM STDIN (FORMAT BINARY)";

    /// <summary>The table's name as statements write it.</summary>
    public string Quoted => $"\"{Name}\"";

    /// <summary>The tables of an archive, those that others refer to first. Duties are not among them: they are of programs that run, not of the archive.</summary>
    public static IReadOnlyList<MovedTable> Of(IModel model)
    {
        var waiting = model.GetEntityTypes().Where(entity => entity.ClrType != HalfMoved.Left).ToList();
        var ordered = new List<MovedTable>(waiting.Count);
        while (waiting.Count > 0)
        {
            var next = waiting.First(entity => !entity.GetForeignKeys().Any(reference => reference.PrincipalEntityType != entity && waiting.Contains(reference.PrincipalEntityType)));
            waiting.Remove(next);
            ordered.Add(new MovedTable(next));
        }

        return ordered;
    }

    /// <summary>Reads rows in the order of the key.</summary>
    /// <param name="isFirst">False to begin after a key.</param>
    public string Page(RowView view, bool isFirst, int most)
    {
        var columns = string.Join(", ", Columns.Select(column => column.In(view)));
        var after = isFirst ? "" : $" WHERE ({Names(Keys)}) > ({string.Join(", ", Keys.Select((_, at) => $"@p{at}"))})";
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"SELECT {columns} FROM {Quoted}{after} ORDER BY {Names(Keys)} LIMIT {most}");
    }

    private IEnumerable<MovedColumn> Keys => Columns.Take(KeyLength);

    private string IsKey => string.Join(" AND ", Keys.Select((column, at) => $"{column.Quoted} = @p{at}"));

    private static string Names(IEnumerable<MovedColumn> columns) => string.Join(", ", columns.Select(column => column.Quoted));
}

/// <summary>How much of a row is read.</summary>
internal enum RowView
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>All but bytes, which are told by their length. What bytes they are is proved by the hashes that stand beside them.</summary>
    Outline,
}

/// <summary>A column, and what its values are in every engine.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Type">What a value is read as.</param>
internal sealed record MovedColumn(string Name, Type Type)
{
    public bool IsBytes => Type == typeof(byte[]);

    public bool IsNumber => Type == typeof(long) || Type == typeof(int);

    /// <summary>The column's name as statements write it.</summary>
    public string Quoted => $"\"{Name}\"";

    /// <summary>What a property is kept as: instants and kinds are numbers.</summary>
    public static MovedColumn Of(IProperty property)
    {
        var kept = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        kept = Nullable.GetUnderlyingType(kept) ?? kept;
        return new MovedColumn(property.GetColumnName(), kept.IsEnum ? Enum.GetUnderlyingType(kept) : kept);
    }

    /// <summary>The column as it is asked for.</summary>
    public string In(RowView view) => IsBytes && view == RowView.Outline ? $"CAST(length({Quoted}) AS bigint)" : Quoted;

    /// <summary>What is read where it is so asked for.</summary>
    public Type TypeIn(RowView view) => IsBytes && view == RowView.Outline ? typeof(long) : Type;
}
