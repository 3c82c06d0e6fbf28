using KremlinArchive.Records;

namespace KremlinArchive.Tests.Search.Relevance.Measure;

/// <summary>The topics and what documents are worth to them: 3 is what was sought, 2 has a good part about it, 1 touches it, 0 does not.</summary>
internal sealed class JudgedSet
{
    private readonly Dictionary<string, Dictionary<RecordId, int>> grades;

    private JudgedSet(IReadOnlyList<Topic> topics, Dictionary<string, Dictionary<RecordId, int>> grades)
    {
        Topics = topics;
        this.grades = grades;
    }

    public IReadOnlyList<Topic> Topics { get; }

    /// <summary>Reads <c>topics.tsv</c> and <c>judgements.tsv</c> in a folder.</summary>
    public static JudgedSet Read(string folder)
    {
        var topics = Rows(folder, "topics.tsv").Select(Topic).ToList();
        var grades = Rows(folder, "judgements.tsv").GroupBy(row => row[0]).ToDictionary(
            group => group.Key,
            group => group.ToDictionary(row => RecordId.Parse(row[1])!, row => row[2][0] - '0'));
        return new JudgedSet(topics, grades);
    }

    /// <summary>The grades of the documents that were judged for a topic.</summary>
    public IReadOnlyDictionary<RecordId, int> GradesOf(Topic topic) => grades.GetValueOrDefault(topic.Id) ?? [];

    private static Topic Topic(string[] row) => new(
        row[0],
        LanguageCodes.Parse(row[1])!.Value,
        Enum.Parse<TopicType>(row[2], ignoreCase: true),
        row[3],
        row[4],
        row[5] == "held-out");

    private static IEnumerable<string[]> Rows(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? File.ReadLines(path).Skip(1).Select(line => line.Split('\t')) : [];
    }
}
