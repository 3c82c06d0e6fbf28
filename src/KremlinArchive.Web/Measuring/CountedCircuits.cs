using Microsoft.AspNetCore.Components.Server.Circuits;

namespace KremlinArchive.Web.Measuring;

/// <summary>Counts circuits as they open and end.</summary>
internal sealed class CountedCircuits(WebMeasures measures) : CircuitHandler
{
    /// <inheritdoc/>
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        measures.CircuitOpened();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        measures.CircuitClosed();
        return Task.CompletedTask;
    }
}
