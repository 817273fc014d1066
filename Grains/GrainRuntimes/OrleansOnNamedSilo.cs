using Orleans.Placement;

namespace Interleave.Grains.Meters;

/// <summary>This grain's key is the silo that it belongs to.</summary>
[GenerateSerializer, Immutable, SuppressReferenceTracking]
public sealed class OnNamedSilo : PlacementStrategy;
