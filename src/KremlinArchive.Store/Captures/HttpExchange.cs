namespace KremlinArchive.Store.Captures;

/// <summary>What was asked of a server and how it answered, beside the bytes of the answer.</summary>
/// <param name="Address">The address that was asked for.</param>
/// <param name="FinalAddress">The address that answered, after all redirects.</param>
/// <param name="Status">The status of the answer: 200, 404 …</param>
/// <param name="Headers">The answer's headers in their order, names as they came; a name may come several times.</param>
public sealed record HttpExchange(string Address, string FinalAddress, int Status, IReadOnlyList<HttpHeader> Headers)
{
    /// <summary>The first header of a name, in whatever case; null if there is none.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}

/// <summary>One header of an answer.</summary>
public sealed record HttpHeader(string Name, string Value);
