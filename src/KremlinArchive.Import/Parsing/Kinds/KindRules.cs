using KremlinArchive.Records;

namespace KremlinArchive.Import.Parsing.Kinds;

/// <summary>Decides what sort of item a record is.</summary>
internal static class KindRules
{
    internal static Kind Decide(string title, string lead, IReadOnlyList<string> sections) => Kind.News;
}
