using Interleave.Client.Planning;
using Interleave.Client.Workloads;

namespace Interleave.Client.Capacity;

/// <summary>What is searched for.</summary>
/// <param name="Scenario">The scenario, with an open load among its variants.</param>
/// <param name="Asked">The rate that the file asks for; null where it asks for none.</param>
/// <param name="BusiestKey">How busy the most used key is at a rate; see <see cref="FirstToGiveOut"/>.</param>
internal sealed record CapacityRequest(
    PlannedScenario Scenario, Goal Goal, Effort Effort, double? Asked, int Seed, Func<double, (double Busy, string Name)?> BusiestKey)
{
    /// <summary>Where the search begins, when nothing says where else.</summary>
    private const double UsualRate = 100;

    public double Start => Asked ?? UsualRate;
}
