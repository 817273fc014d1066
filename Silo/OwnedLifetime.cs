using Microsoft.Extensions.Hosting;

namespace Interleave.Silo;

/// <summary>A host that is stopped by the code that started it, and leaves the process's signals alone.</summary>
internal sealed class OwnedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
