using System.Security.Cryptography;
using System.Text;
using KremlinArchive.Records;
using KremlinArchive.Tests.Search.Relevance.Measure;

namespace KremlinArchive.Benchmarks.Relevance;

/// <summary>What a judge reads: the pool of a topic in an order that tells nothing, each document in a few lines.</summary>
internal sealed class JudgingSheet(IReadOnlyCollection<ArchiveRecord> records)
{
    private readonly Dictionary<RecordId, ArchiveRecord> byId = records.ToDictionary(record => record.Id);

    public IEnumerable<string> Lines(Topic topic, IEnumerable<RecordId> pool)
    {
        var excerpts = new Excerpts(topic.Query);
        yield return $"#### {topic.Id} [{topic.Type}] {topic.Query} :: {topic.Need}";
        foreach (var id in pool.OrderBy(id => Shuffled(topic, id), StringComparer.Ordinal))
            yield return Line(byId[id], excerpts, topic.Type == TopicType.Known ? 1 : 2);
    }

    private static string Line(ArchiveRecord record, Excerpts excerpts, int most)
    {
        var passages = record.Passages.Select(passage => passage.Text).ToList();
        var (all, any) = excerpts.Count(passages);
        var beginning = record.Lead ?? passages.FirstOrDefault() ?? "";
        return $"{record.Id.Number} {record.Published.Date:yyMMdd} {Short(record.Title, 100)} | {Short(beginning, 110)} [{all}/{any}/{passages.Count}]"
            + string.Concat(excerpts.Of(passages, most).Select(excerpt => $" ~ {excerpt}"));
    }

    private static string Shuffled(Topic topic, RecordId id) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{topic.Id} {id}")));

    private static string Short(string text, int length) => text.Length <= length ? text : text[..length];
}
