using Interleave.Client.GrainCalls;
using Interleave.Client.Planning;

namespace Interleave.Client.Commands;

/// <summary>A drive that was asked for: checked, and ready to be carried out.</summary>
internal sealed record DriveAsked(GrainCall Call, RunPlan Plan, RunSettings Settings);
