using KremlinArchive.Import.Fetching;

namespace KremlinArchive.Web.Admin.Fetches;

/// <summary>Addresses pasted in, one a line: those that can be asked for, and the lines that are wrong.</summary>
/// <param name="Addresses">Ready to be asked for, each once.</param>
/// <param name="Wrong">What is none, or may not be asked.</param>
/// <param name="Lines">How many lines hold anything.</param>
internal sealed record PastedAddresses(IReadOnlyList<string> Addresses, IReadOnlyList<WrongLine> Wrong, int Lines)
{
    public static PastedAddresses Read(string? text, SiteClient client)
    {
        var addresses = new List<string>();
        var wrong = new List<WrongLine>();
        var lines = (text ?? "").Split('\n').Index().Select(line => (Number: line.Index + 1, Text: line.Item.Trim())).Where(line => line.Text.Length > 0).ToList();
        foreach (var (number, line) in lines)
        {
            if (FetchAddress.Of(line) is not { } address || line.Any(char.IsWhiteSpace))
                wrong.Add(new WrongLine(number, line, IsAddress: false));
            else if (client.Problem(address) is not null)
                wrong.Add(new WrongLine(number, line, IsAddress: true));
            else
                addresses.Add(address);
        }

        return new PastedAddresses([.. addresses.Distinct(StringComparer.Ordinal)], wrong, lines.Count);
    }
}

/// <summary>A line that cannot be asked for.</summary>
/// <param name="IsAddress">True if it is an address, but none that is fetched from.</param>
internal sealed record WrongLine(int Number, string Text, bool IsAddress);
