using System.Globalization;
using System.Net.Mail;

namespace KremlinArchive.Import.Fetching;

/// <summary>Reads the settings of fetching from their texts, for every face of the application alike.</summary>
public static class FetchSettingsReader
{
    /// <summary>What the names of the settings begin with.</summary>
    public const string Section = "Archive:Fetch:";

    /// <param name="text">The text of a setting by its name, <c>Archive:Fetch:Contact</c>; null where it is not set.</param>
    /// <exception cref="WrongFetchSettingException">One of them is wrong; it is named.</exception>
    public static FetchSettings Read(Func<string, string?> text)
    {
        var usual = new FetchSettings();
        var least = Number(text, "LeastPause", usual.LeastPause.TotalSeconds, 0, 3600);
        return new FetchSettings
        {
            Hosts = Hosts(text) ?? usual.Hosts,
            Contact = Contact(text),
            LeastPause = TimeSpan.FromSeconds(least),
            MostPause = TimeSpan.FromSeconds(Number(text, "MostPause", Math.Max(least, usual.MostPause.TotalSeconds), least, 3600)),
            RefusalPause = TimeSpan.FromMinutes(Number(text, "RefusalPause", usual.RefusalPause.TotalMinutes, 1, 1440)),
            Timeout = TimeSpan.FromSeconds(Number(text, "Timeout", usual.Timeout.TotalSeconds, 1, 600)),
            Tries = (int)Number(text, "Tries", usual.Tries, 1, 10),
            Proxy = Proxy(text),
        };
    }

    private static string[]? Hosts(Func<string, string?> text)
    {
        var hosts = (text(Section + "Hosts") ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        foreach (var host in hosts)
        {
            // The name alone, or *. before it; an address of a machine has no name and is never fetched from.
            if (Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) != UriHostNameType.Dns)
                throw new WrongFetchSettingException(Section + "Hosts", $"“{host}” is not the name of a host; one is kremlin.ru, and *.kremlin.ru is any below it.");
        }

        return hosts.Length == 0 ? null : hosts;
    }

    private static string? Contact(Func<string, string?> text)
    {
        var contact = text(Section + "Contact")?.Trim();
        if (string.IsNullOrEmpty(contact))
            return null;
        var isAddress = Uri.TryCreate(contact, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";
        return (isAddress || MailAddress.TryCreate(contact, out _)) && contact.All(letter => letter is > ' ' and < '\x7f' and not ('(' or ')'))
            ? contact
            : throw new WrongFetchSettingException(Section + "Contact", $"“{contact}” is neither an address of mail nor one of the web.");
    }

    private static Uri? Proxy(Func<string, string?> text)
    {
        var proxy = text(Section + "Proxy")?.Trim();
        if (string.IsNullOrEmpty(proxy))
            return null;
        return Uri.TryCreate(proxy, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "socks4" or "socks5"
            ? uri
            : throw new WrongFetchSettingException(Section + "Proxy", $"“{proxy}” is not the address of a proxy; one is http://proxy.example:3128 or socks5://127.0.0.1:1080.");
    }

    private static double Number(Func<string, string?> text, string name, double otherwise, double least, double most)
    {
        var given = text(Section + name);
        if (string.IsNullOrWhiteSpace(given))
            return otherwise;
        return double.TryParse(given, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new WrongFetchSettingException(Section + name, string.Create(CultureInfo.InvariantCulture, $"“{given}” is not a number from {least} to {most}."));
    }
}

/// <summary>A setting of fetching that nothing can be fetched with.</summary>
/// <param name="name">The setting.</param>
/// <param name="problem">What is wrong, in a sentence.</param>
public sealed class WrongFetchSettingException(string name, string problem) : Exception($"The setting {name} is wrong. {problem}")
{
    public string Name => name;

    public string Problem => problem;
}
