using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Suggestions;

/// <summary>Something in the archive that a reader who types may mean.</summary>
/// <param name="Text">Its name, with what was typed marked.</param>
public abstract record Suggestion(MarkedText Text);

/// <summary>A person, a place, a country or a topic: what a search can be constrained by.</summary>
/// <param name="Value">The value.</param>
/// <param name="Text">Its name in the interface language where the archive knows one.</param>
/// <param name="Count">How many records have it.</param>
public sealed record ValueSuggestion(FacetConstraint Value, MarkedText Text, long Count) : Suggestion(Text);

/// <summary>Words that often stand together.</summary>
/// <param name="Query">The query that finds them.</param>
/// <param name="Text">The words.</param>
/// <param name="Count">How many records that query finds.</param>
public sealed record PhraseSuggestion(string Query, MarkedText Text, long Count) : Suggestion(Text);

/// <summary>A record by its title.</summary>
/// <param name="Id">The record.</param>
/// <param name="Text">Its title; the beginning of a long one.</param>
/// <param name="Published">When it was published; of records of one title the last one is suggested.</param>
public sealed record TitleSuggestion(RecordId Id, MarkedText Text, PrintedTime Published) : Suggestion(Text);
