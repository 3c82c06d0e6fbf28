using KremlinArchive.Records;
using KremlinArchive.Tests.Search.Relevance.Measure;
using Npgsql;

namespace KremlinArchive.Benchmarks.Relevance;

/// <summary>PostgreSQL's full text search, ordered by <c>ts_rank_cd</c>.</summary>
/// <param name="shelf">The records.</param>
/// <param name="need">Whether a record needs every word of the query.</param>
internal sealed class PostgresRanking(PostgresShelf shelf, WordNeed need) : IRanking
{
    public string Name => need == WordNeed.Every ? "PostgreSQL, AND" : "PostgreSQL, OR";

    public IReadOnlyList<RecordId> Rank(Topic topic, int depth)
    {
        var plain = "plainto_tsquery($1::regconfig, $2)";
        var query = need == WordNeed.Every ? plain : $"replace({plain}::text, ' & ', ' | ')::tsquery";
        using var command = new NpgsqlCommand(
            $"SELECT id FROM shelf, (SELECT {query} AS query) asked WHERE words = $1::regconfig AND vector @@ query ORDER BY ts_rank_cd(vector, query) DESC, id LIMIT {depth}",
            shelf.Connection)
        {
            Parameters = { new() { Value = PostgresShelf.Words(topic.Language) }, new() { Value = topic.Query } },
        };
        using var reader = command.ExecuteReader();
        var ids = new List<RecordId>();
        while (reader.Read())
            ids.Add(RecordId.Parse(reader.GetString(0))!);
        return ids;
    }
}

/// <summary>How many words of a query a record needs.</summary>
internal enum WordNeed
{
    Every,
    Any,
}
