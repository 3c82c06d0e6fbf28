using KremlinArchive.Records;

namespace KremlinArchive.Search.Answers;

/// <summary>One record of an answer, with what a list of results shows of it.</summary>
public sealed record SearchHit
{
    public required RecordId Id { get; init; }

    /// <summary>The item's address on the site.</summary>
    public required string Url { get; init; }

    public required string Title { get; init; }

    /// <summary>The title with the words that matched marked.</summary>
    public required MarkedText MarkedTitle { get; init; }

    /// <summary>The lead; null where the record has none.</summary>
    public required string? Lead { get; init; }

    /// <summary>The lead with the words that matched marked; null where the record has none.</summary>
    public required MarkedText? MarkedLead { get; init; }

    public required PrintedTime Published { get; init; }

    /// <summary>As printed; null where the page prints none.</summary>
    public required string? Place { get; init; }

    public required Kind Kind { get; init; }

    /// <summary>How many versions it has.</summary>
    public int Versions { get; init; } = 1;

    /// <summary>When its text was first seen, or came into the archive, if it was changed since its publication; null if not.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The number of the version that matched, if it is no longer current; null for the record as it stands.</summary>
    public int? Superseded { get; init; }

    /// <summary>True if the archive holds the record of the same number in the other language.</summary>
    public required bool HasTranslation { get; init; }

    /// <summary>How well it matches; 0 where the order is not by relevance.</summary>
    public required double Score { get; init; }

    /// <summary>What the query matched; null where it asks for no words.</summary>
    public required HitMatches? Matches { get; init; }

    /// <summary>Up to three passages in the order of the text; the beginning of the first one, without marks, where the text itself has no match; empty for a record without text.</summary>
    public required IReadOnlyList<Snippet> Snippets { get; init; }
}
