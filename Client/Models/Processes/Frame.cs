namespace Interleave.Client.Models.Processes;

/// <summary>A message between a pool and one of its processes.</summary>
/// <param name="Unit">Which of the units in the process is meant, from 0.</param>
/// <param name="Number">Of the request among all requests to the process; a reply has that of its request.</param>
internal sealed record Frame(FrameKind Kind, int Unit, long Number, byte[] Payload);
