namespace KremlinArchive.Search.Requests;

/// <summary>How a request was read where it could not be taken as it stands.</summary>
/// <param name="Code">A stable name for programs: <c>unbalanced-quotes</c>.</param>
/// <param name="Text">A sentence for people, in the interface language.</param>
public sealed record SearchWarning(string Code, string Text);
