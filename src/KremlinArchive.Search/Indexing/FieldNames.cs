using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Indexing;

/// <summary>The names of the index's fields.</summary>
internal static class FieldNames
{
    // Searched by words.
    public const string Title = "title", Lead = "lead", Text = "text", Speaker = "speaker", Place = "place", Tags = "tags";

    /// <summary>All fields that are searched by words.</summary>
    public static IReadOnlyList<string> Searched { get; } = [Title, Lead, Text, Tags, Place, Speaker];

    // Stored for hits; passages last, so that a hit's own fields are read without passing over its text.
    public const string Card = "card", Passage = "passage";

    // The title as one term, for a query that is the title.
    public const string WholeTitle = "whole-title";

    // The identity as a term, for replacing and finding a record.
    public const string Id = "id";

    // Columns.
    public const string Published = "published", Identity = "identity", Layout = "layout";

    /// <summary>The field of a facet's keys.</summary>
    public static string Keys(Facet facet) => "facet." + facet.Name();

    /// <summary>The field of the names of a facet's keys, each with its key and language; only for facets that take their names from records.</summary>
    public static string Names(Facet facet) => "names." + facet.Name();
}
