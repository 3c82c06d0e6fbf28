using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KremlinArchive.Tests.Support;

/// <summary>
/// All sites of the world on a free loopback port, as a test wants them: what is not served is answered with 404. Clients reach it under any name,
/// since their connections all lead here, or by it as their proxy.
/// </summary>
public sealed class FakeSite : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Queue<FakeAnswer>> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> asked = new();
    private WebApplication app = null!;
    private int underWay;

    /// <summary>The port it listens on.</summary>
    public int Port { get; private set; }

    /// <summary>The addresses that were asked for, robots.txt left out.</summary>
    public IReadOnlyList<string> Asked => [.. asked.Where(address => !address.EndsWith("/robots.txt", StringComparison.Ordinal))];

    public IReadOnlyList<string> AskedWithRobots => [.. asked];

    /// <summary>The headers of the last request.</summary>
    public IHeaderDictionary LastHeaders { get; private set; } = new HeaderDictionary();

    /// <summary>The most requests that were under way at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Called with each address before it is answered.</summary>
    public Action<string>? Asking { get; set; }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync(CancellationToken.None);
        Port = new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Port;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Forgets everything: a new site for the next test.</summary>
    public void Clear()
    {
        answers.Clear();
        asked.Clear();
        Asking = null;
        MostAtOnce = 0;
    }

    /// <summary>Lets an address be answered so, again and again; of several answers one after the other, the last one again and again.</summary>
    internal void Serve(string address, params FakeAnswer[] inTurn) => answers[address] = new Queue<FakeAnswer>(inTurn);

    public void Serve(string address, string body) => Serve(address, FakeAnswer.Page(body));

    public async Task<Stream> DialAsync(IPEndPoint address, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Port, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var address = $"http://{request.Host}{request.Path.ToUriComponent()}{request.QueryString}";
        asked.Enqueue(address);
        LastHeaders = new HeaderDictionary(request.Headers.ToDictionary());
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref underWay));
        try
        {
            Asking?.Invoke(address);
            await WriteAsync(context, Next(address));
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    private FakeAnswer Next(string address)
    {
        if (!answers.TryGetValue(address, out var queue))
            return FakeAnswer.Of(404);
        lock (queue)
            return queue.Count > 1 ? queue.Dequeue() : queue.Peek();
    }

    private static async Task WriteAsync(HttpContext context, FakeAnswer answer)
    {
        if (answer.Fault == FakeFault.Drop)
        {
            context.Abort();
            return;
        }

        if (answer.Fault == FakeFault.Hang)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers.Append(name, value);
        if (answer.Fault != FakeFault.CutInChunks)
            context.Response.ContentLength = answer.Body.Length;
        var sent = answer.Fault == FakeFault.None ? answer.Body.Length : answer.Body.Length / 2;
        await context.Response.Body.WriteAsync(answer.Body.AsMemory(0, sent));
        if (answer.Fault == FakeFault.None)
            return;
        await context.Response.Body.FlushAsync();
        context.Abort();
    }
}
