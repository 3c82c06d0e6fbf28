using KremlinArchive.Records;

namespace KremlinArchive.Tests.Search.Relevance.Measure;

/// <summary>Something that a reader looks for, in the words that they would type.</summary>
/// <param name="Id">The language's code and a number: <c>ru-07</c>.</param>
/// <param name="Language">The language of the query and of the records that are wanted.</param>
/// <param name="Type">What kind of search it is.</param>
/// <param name="Query">As typed.</param>
/// <param name="Need">What is relevant, in a sentence.</param>
/// <param name="IsHeldOut">True if nothing may be tuned on it.</param>
internal sealed record Topic(string Id, Language Language, TopicType Type, string Query, string Need, bool IsHeldOut);

/// <summary>What a reader has in mind.</summary>
internal enum TopicType
{
    /// <summary>One document, or two, which the reader knows of.</summary>
    Known,

    /// <summary>Whatever there is about a subject.</summary>
    Subject,
}
