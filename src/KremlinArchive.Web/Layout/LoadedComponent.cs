using Microsoft.AspNetCore.Components;

namespace KremlinArchive.Web.Layout;

/// <summary>
/// A page, or a part of one, that is drawn when all that it shows is there. A component is otherwise drawn as soon as it waits for something, half made: with a database that answers at
/// once nobody sees that, with one across a network everybody does.
/// </summary>
public abstract class LoadedComponent : ComponentBase
{
    /// <inheritdoc/>
    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await LoadAsync();
        // They are set, and what they came in may not be read any more.
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Loads what is shown; parameters are set, and nothing is drawn before it ends.</summary>
    protected abstract Task LoadAsync();
}
