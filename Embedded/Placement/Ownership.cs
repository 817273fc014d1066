using System.Collections.Immutable;
using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Placement;

/// <summary>Which grains this silo may activate at one moment.</summary>
/// <param name="View">The cluster as this silo sees it now.</param>
/// <param name="IsComplete">Whether all other silos have told what they still have of this silo's grains, and so take no more of them.</param>
/// <param name="Since">Where they have not: the views since the last one of which they had, that one included; empty if there was none.</param>
internal sealed record Ownership(ClusterView View, bool IsComplete, ImmutableArray<ClusterView> Since)
{
    public static Ownership None { get; } = new(ClusterView.Empty, false, []);

    /// <summary>A grain that has been this silo's all the time is nobody else's in between.</summary>
    public bool Holds(GrainClass grainClass, GrainId grain, SiloAddress self) =>
        IsComplete || grainClass.IsOnEverySilo || (Since.Length > 0 && Since.All(view => view.OwnerOf(grainClass, grain) == self));

    public Ownership Next(ClusterView view) => new(view, false, IsComplete ? [View, view] : Since.Length > 0 ? Since.Add(view) : []);

    public Ownership Completed() => this with { IsComplete = true, Since = [] };
}
