using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Support;

/// <summary>Hears all that a window does and keeps what no page of the archive may do: fail, complain, ask another host.</summary>
internal sealed class Watch
{
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentDictionary<string, int> expected = new(StringComparer.Ordinal);
    private readonly string home;
    private bool isDeaf;

    public Watch(IBrowserContext context, Uri home)
    {
        this.home = home.Authority;
        context.Console += (_, message) => Hear(message);
        context.WebError += (_, error) => Keep($"error in a script: {error.Error}");
        context.Request += (_, request) => Admit(request.Url);
        context.Response += (_, response) => Hear(response);
        context.RequestFailed += (_, request) => Hear(request);
        context.Page += (_, page) => page.WebSocket += (_, socket) => Admit(socket.Url);
    }

    /// <summary>What was wrong so far.</summary>
    public IReadOnlyCollection<string> Complaints => [.. complaints];

    /// <summary>Lets an address answer with a status that is otherwise a failure.</summary>
    public void Expect(string address, int status) => expected[address] = status;

    /// <summary>Hears nothing more of failed requests: the test takes the server away.</summary>
    public void BearLoss() => isDeaf = true;

    private void Hear(IConsoleMessage message)
    {
        // Chromium repeats a failed answer as an error, which has been judged already; and all pages ask for all fonts, which the next one may need.
        var isKnown = expected.Keys.Any(address => message.Location.StartsWith(address, StringComparison.Ordinal))
            || message.Text.Contains("preloaded using link preload but not used", StringComparison.Ordinal);
        if (message.Type is "error" or "warning" && !isKnown)
            Keep($"{message.Type} on the console: {message.Text} ({message.Location})");
    }

    private void Hear(IResponse response)
    {
        if (response.Status >= 400 && expected.GetValueOrDefault(response.Url) != response.Status)
            Keep($"{response.Url} answered {response.Status}");
    }

    private void Hear(IRequest request)
    {
        // Whoever clicks before a page is whole cuts it off: no failure of the page.
        if (request.Failure != "net::ERR_ABORTED")
            Keep($"{request.Url} failed: {request.Failure}");
    }

    private void Admit(string address)
    {
        if (new Uri(address) is { Scheme: not ("data" or "blob") } asked && asked.Authority != home)
            Keep($"another host was asked: {address}");
    }

    private void Keep(string complaint)
    {
        if (!isDeaf)
            complaints.Enqueue(complaint);
    }
}
