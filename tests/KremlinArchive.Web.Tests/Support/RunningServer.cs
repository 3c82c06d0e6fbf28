using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KremlinArchive.Web.Tests.Support;

/// <summary>The real application on a free loopback port, ended with the test.</summary>
internal sealed partial class RunningServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder log = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningServer(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Http { get; private set; } = null!;

    public int ProcessId => process.Id;

    /// <summary>All that it has written to its output.</summary>
    public string Log
    {
        get
        {
            lock (log)
                return log.ToString();
        }
    }

    /// <summary>How a server is started on a free port of loopback.</summary>
    public static ProcessStartInfo Command(string dataDirectory, params string[] settings) =>
        BuiltProgram.Web(["--urls", "http://127.0.0.1:0", "--Archive:DataDirectory", dataDirectory, .. settings]);

    /// <summary>Starts a server and waits until it is ready.</summary>
    public static Task<RunningServer> StartAsync(string dataDirectory, params string[] settings) => StartAsync(Command(dataDirectory, settings));

    /// <summary>Starts a server by this command and waits until it is ready.</summary>
    public static async Task<RunningServer> StartAsync(ProcessStartInfo command)
    {
        var server = new RunningServer(command);
        var ended = server.process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (await Task.WhenAny(server.address.Task, ended) == ended)
            throw new InvalidOperationException($"The server ended with {server.process.ExitCode}:\n{server.Log}");
        server.Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = await server.address.Task };
        await server.ReadyAsync();
        return server;
    }

    /// <summary>Asks an address with headers of the test's own.</summary>
    public async Task<HttpResponseMessage> AskAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The JSON of an address, which must answer 200.</summary>
    public async Task<JsonElement> JsonAsync(string address)
    {
        using var response = await Http.GetAsync(address, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)response.StatusCode}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>The page of an address, parsed; it must answer with the status.</summary>
    public async Task<IDocument> PageAsync(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Http.GetAsync(address, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{address} answered {(int)response.StatusCode}: {body}");
        return await new HtmlParser().ParseDocumentAsync(body, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks an address until the answer satisfies; fails when it does not in ten seconds.</summary>
    public async Task<JsonElement> EventuallyAsync(string address, Func<JsonElement, bool> satisfies)
    {
        for (var until = DateTime.UtcNow.AddSeconds(10); ; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            var answer = await JsonAsync(address);
            if (satisfies(answer))
                return answer;
            Assert.True(DateTime.UtcNow < until, $"{address} still answers {answer}");
        }
    }

    /// <summary>Ends the process at once, as a crash would.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
        Http?.Dispose();
    }

    private async Task ReadyAsync()
    {
        for (var until = DateTime.UtcNow.AddSeconds(30); ; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            using var response = await Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            var status = await JsonAsync("/api/v1/status");
            if (response.IsSuccessStatusCode && status.GetProperty("change").GetInt64() == status.GetProperty("indexed_change").GetInt64())
                return;
            Assert.True(DateTime.UtcNow < until, $"The server does not become ready:\n{Log}");
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (log)
            log.AppendLine(line);
        if (ListeningLine().Match(line) is { Success: true } match)
            address.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"(http://127\.0\.0\.1:\d+)")]
    private static partial Regex ListeningLine();
}
