using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Placement;

/// <summary>Where a call has to go: to an activation of this silo, or to another silo; neither as long as that is not known.</summary>
internal readonly record struct GrainLocation(Activation? Here, SiloAddress? Elsewhere);
