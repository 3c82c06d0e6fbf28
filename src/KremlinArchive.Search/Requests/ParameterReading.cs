namespace KremlinArchive.Search.Requests;

/// <summary>What reading the parameters of a search gave.</summary>
/// <param name="Request">The request, warnings included; parameters with a problem have their default in it.</param>
/// <param name="Problems">What was of the wrong kind; the request may be used only if there is nothing.</param>
public sealed record ParameterReading(SearchRequest Request, IReadOnlyList<ParameterProblem> Problems);
