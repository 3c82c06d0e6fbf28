using System.Net;
using System.Net.Sockets;
using System.Reflection;
using KremlinArchive.Import.Fetching.Safety;
using KremlinArchive.Import.Sources;
using KremlinArchive.Store.Captures;

namespace KremlinArchive.Import.Fetching;

/// <summary>Asks once: no redirect is followed, nothing is tried again. What can go wrong with a server is a value.</summary>
internal sealed class SiteConnection : IDisposable
{
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(2);

    private readonly FetchSettings settings;
    private readonly TimeProvider clock;
    private readonly HttpClient http;

    public SiteConnection(FetchSettings settings, TimeProvider clock, Network network)
    {
        this.settings = settings;
        this.clock = clock;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = ConnectionLife,
            MaxResponseHeadersLength = 64,
            UseProxy = settings.Proxy is not null,
            // Traces are ours: no site is told of them.
            ActivityHeadersPropagator = null,
            Proxy = settings.Proxy is { } proxy ? new WebProxy(proxy) { Credentials = CredentialsOf(proxy) } : null,
        };

        // Behind a proxy the only connection is to the proxy, which the admin has named and which may well stand in the own network.
        if (settings.Proxy is null)
            handler.ConnectCallback = (context, cancellation) => new CheckedConnection(network).ConnectAsync(context.DnsEndPoint, cancellation);
        http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent(settings.Contact));
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/atom+xml,*/*;q=0.8");
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip");
    }

    /// <summary><c>KremlinArchive/0.1.0 (+https://archive.example/contact)</c>.</summary>
    internal static string UserAgent(string? contact)
    {
        var version = typeof(SiteConnection).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        return $"KremlinArchive/{version}" + (contact is null ? "" : $" (+{contact})");
    }

    public async Task<Asked> AskAsync(Uri address, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(settings.Timeout);
        try
        {
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, time.Token);
            var at = clock.GetUtcNow();
            if (response.Content.Headers.ContentLength > settings.LargestAnswer)
                return TooLarge(address);
            await using var content = await response.Content.ReadAsStreamAsync(time.Token);
            var body = await BoundedBody.ReadAsync(content, settings.LargestAnswer, time.Token);
            return await UnpackedAsync(response, body, at, time.Token);
        }
        catch (AnswerTooLargeException)
        {
            return TooLarge(address);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Asked.Fault(Message.Of($"{address.Host} did not answer within {settings.Timeout.TotalSeconds:0.#} seconds."), FaultKind.Passing);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException or SocketException)
        {
            return FaultOf(address, failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<Asked> UnpackedAsync(HttpResponseMessage response, byte[] body, DateTimeOffset at, CancellationToken cancellation)
    {
        var encodings = response.Content.Headers.ContentEncoding.Where(name => !name.Equals("identity", StringComparison.OrdinalIgnoreCase)).ToList();
        if (encodings is [] || body.Length == 0)
            return new Asked.Answer((int)response.StatusCode, Headers(response), body, at);
        return encodings is [var only] && only.ToLowerInvariant() is "gzip" or "x-gzip"
            ? new Asked.Answer((int)response.StatusCode, Headers(response), await BoundedBody.GunzipAsync(body, settings.LargestAnswer, cancellation), at)
            : new Asked.Fault($"The answer is packed as {string.Join(", ", encodings)}, which was not asked for and is not read.", FaultKind.Lasting);
    }

    /// <summary>The name and password in a proxy's address, which the framework does not take from there.</summary>
    private static NetworkCredential? CredentialsOf(Uri proxy)
    {
        if (proxy.UserInfo.Length == 0)
            return null;
        var parts = proxy.UserInfo.Split(':', 2);
        return new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "");
    }

    private static List<HttpHeader> Headers(HttpResponseMessage response) =>
        [.. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).SelectMany(header => header.Value.Select(value => new HttpHeader(header.Key, value)))];

    private Asked.Fault TooLarge(Uri address) =>
        new($"{address.Host} answers with more than {Message.Size(settings.LargestAnswer)}, which no page has; nothing of it was kept.", FaultKind.Lasting);

    private static Asked.Fault FaultOf(Uri address, Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case UnsafeAddressException unsafeAddress:
                    return new Asked.Fault(unsafeAddress.Message, FaultKind.OfHost);
                case HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded }:
                    return new Asked.Fault($"The answer of {address.Host} was cut off.", FaultKind.Passing);
            }
        }

        return new Asked.Fault($"{address.Host} could not be asked: {failure.Message}", FaultKind.Passing);
    }
}

/// <summary>What asking once gave.</summary>
internal abstract record Asked
{
    private Asked()
    {
    }

    /// <summary>The server answered, whatever it said; the body is whole and unpacked, the headers are as they came.</summary>
    public sealed record Answer(int Status, IReadOnlyList<HttpHeader> Headers, byte[] Body, DateTimeOffset At) : Asked
    {
        public string? Header(string name) => Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
    }

    /// <summary>There is no whole answer.</summary>
    /// <param name="Reason">A sentence for admins.</param>
    public sealed record Fault(string Reason, FaultKind Kind) : Asked;
}

/// <summary>Whether it helps to ask again.</summary>
internal enum FaultKind
{
    /// <summary>It may: a timeout, a lost connection, an answer that was cut off.</summary>
    Passing,

    /// <summary>It does not: the answer is not to be read.</summary>
    Lasting,

    /// <summary>It does not for any address of the host: it leads where nothing is fetched from.</summary>
    OfHost,
}
