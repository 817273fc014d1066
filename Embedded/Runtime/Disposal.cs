namespace Interleave.Embedded.Runtime;

/// <summary>Ends whatever can be ended.</summary>
internal static class Disposal
{
    public static async ValueTask DisposeAsync(params object?[] things)
    {
        foreach (var thing in things)
        {
            switch (thing)
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync();
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
            }
        }
    }
}
