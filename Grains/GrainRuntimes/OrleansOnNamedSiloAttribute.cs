using Orleans.Placement;

namespace Interleave.Grains.Meters;

/// <inheritdoc cref="OnNamedSilo"/>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OnNamedSiloAttribute() : PlacementAttribute(new OnNamedSilo());
