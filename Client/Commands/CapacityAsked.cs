using Interleave.Client.Capacity;
using Interleave.Client.Planning;

namespace Interleave.Client.Commands;

/// <summary>A capacity that was asked for: checked, and ready to be searched.</summary>
internal sealed record CapacityAsked(RunPlan Plan, CapacityRequest Request, RunSettings Settings);
