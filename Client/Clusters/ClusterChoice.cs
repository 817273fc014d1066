namespace Interleave.Client.Clusters;

/// <summary>The cluster that a run was told to use: one of its own, or one that runs already.</summary>
internal static class ClusterChoice
{
    public const string Local = "local";

    /// <param name="asked">What <c>--cluster</c> says; null or <see cref="Local"/> starts one.</param>
    /// <param name="silos">How many silo processes to start; 0 for a silo inside this process.</param>
    public static async Task<ICluster> StartAsync(string? asked, int silos, IReadOnlyDictionary<string, string?> environment, CancellationToken cancellation) => (asked, silos) switch
    {
        (null or Local, 0) => await InProcessCluster.StartAsync(new LocalClusterOptions().ResponseTimeout, cancellation),
        (null or Local, _) => await LocalCluster.StartAsync(new LocalClusterOptions { Silos = silos, Environment = environment }, cancellation),
        _ => RunningCluster.Find(asked, ClusterRegistry.OfThisUser()),
    };
}
