using Microsoft.Extensions.Logging;

namespace KremlinArchive.Web.Tests.Support;

/// <summary>A log that remembers its lines.</summary>
internal sealed class HeardLog<T> : ILogger<T>
{
    public List<string> Lines { get; } = [];

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
}
