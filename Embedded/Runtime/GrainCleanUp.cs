using Interleave.Embedded.Streaming;

namespace Interleave.Embedded.Runtime;

/// <summary>What a grain does when it ends; whether it fails or hangs, it ends.</summary>
internal static class GrainCleanUp
{
    public static Task DeactivateAsync(Activation activation, DeactivationReason reason) => activation.Class.HasOnDeactivate
        ? TryAsync(activation, nameof(Grain.OnDeactivateAsync), token => activation.GrainInstance!.OnDeactivateAsync(reason, token)) // It was active.
        : Task.CompletedTask;

    public static async Task DisposeAsync(Activation activation, ActivationStreams? streams)
    {
        if (streams is not null)
        {
            await TryAsync(activation, "its sequences", _ => streams.DisposeAsync().AsTask());
        }

        if (activation.GrainInstance is IAsyncDisposable or IDisposable)
        {
            await TryAsync(activation, nameof(IAsyncDisposable.DisposeAsync), _ => DisposeAsync(activation.GrainInstance));
        }
    }

    private static async Task DisposeAsync(Grain grain)
    {
        await ((grain as IAsyncDisposable)?.DisposeAsync() ?? ValueTask.CompletedTask);
        (grain as IDisposable)?.Dispose();
    }

    /// <summary>Runs a part of it, unless none of the grain's code may run any more.</summary>
    private static async Task TryAsync(Activation activation, string step, Func<CancellationToken, Task> work)
    {
        if (activation.Scheduler.IsHalted)
        {
            return;
        }

        try
        {
            await GrainDeadline.KeepAsync(activation, step, work, activation.Silo.Options.DeactivationTimeout, CancellationToken.None);
        }
        catch (Exception fault)
        {
            activation.Silo.Log.DeactivationFailed(activation.GrainId, fault);
        }
    }
}
