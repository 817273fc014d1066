namespace Interleave.Client.Tests.Models.Processes;

/// <summary>Waits until work in another process has begun, which that work tells by writing a file.</summary>
internal sealed class Begun : IDisposable
{
    public string File { get; } = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Wait() => Assert.True(SpinWait.SpinUntil(() => System.IO.File.Exists(File), TimeSpan.FromSeconds(30)));

    public void Dispose() => System.IO.File.Delete(File);
}
