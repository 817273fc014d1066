namespace Interleave.Client.Clusters;

/// <summary>A cluster that <c>cluster up</c> started and that runs on.</summary>
internal sealed record RegisteredCluster(string Name, string Runtime, DateTimeOffset StartedAt, IReadOnlyList<RegisteredSilo> Silos)
{
    public bool Lives => Silos.Any(silo =>
    {
        using var process = silo.Find();
        return process is not null;
    });
}
