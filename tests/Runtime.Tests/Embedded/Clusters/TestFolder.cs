namespace Runtime.Tests.Embedded.Clusters;

/// <summary>A cluster's folder that is deleted with the test.</summary>
internal sealed class TestFolder : IDisposable
{
    /// <remarks>Temporary folders are made for their owner alone.</remarks>
    public string Path { get; } = Directory.CreateTempSubdirectory("interleave-cluster-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
