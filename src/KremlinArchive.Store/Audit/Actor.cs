namespace KremlinArchive.Store.Audit;

/// <summary>Who does something to the archive, and through which face of it.</summary>
/// <param name="Name">The account's or the key's name; null for the command line, which knows no accounts.</param>
/// <param name="Way">The face.</param>
public sealed record Actor(string? Name, ActorWay Way)
{
    private const string CommandLineSignature = "command line", KeySignature = "key ";

    /// <summary>Whoever may run programs on the archive's directory.</summary>
    public static Actor CommandLine { get; } = new(null, ActorWay.CommandLine);

    /// <summary>An admin who is signed in.</summary>
    public static Actor Admin(string name) => new(name, ActorWay.Desk);

    /// <summary>A program with an API key.</summary>
    /// <param name="key">The key's name.</param>
    public static Actor Program(string key) => new(key, ActorWay.Key);

    /// <summary>Names the actor in one word or two: <c>anna</c>, <c>key harvester</c>, <c>command line</c>. No account's name has a space.</summary>
    public string Signature => Way switch
    {
        ActorWay.CommandLine => CommandLineSignature,
        ActorWay.Key => KeySignature + Name,
        _ => Name ?? "",
    };

    /// <summary>Whom a signature names.</summary>
    public static Actor OfSignature(string signature)
    {
        if (signature == CommandLineSignature)
            return CommandLine;
        return signature.StartsWith(KeySignature, StringComparison.Ordinal) ? Program(signature[KeySignature.Length..]) : Admin(signature);
    }
}

/// <summary>The face through which something is done. The numbers are stored.</summary>
public enum ActorWay
{
    /// <summary>The admin's pages.</summary>
    Desk = 0,

    /// <summary>The command line.</summary>
    CommandLine = 1,

    /// <summary>The HTTP API, with a key.</summary>
    Key = 2,
}
