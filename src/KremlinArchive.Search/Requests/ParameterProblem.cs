namespace KremlinArchive.Search.Requests;

/// <summary>A parameter of the wrong kind: the request is refused.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Text">What is wrong and what is expected, in the interface language.</param>
public sealed record ParameterProblem(string Parameter, string Text);
