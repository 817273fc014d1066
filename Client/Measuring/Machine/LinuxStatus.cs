namespace Interleave.Client.Measuring.Machine;

/// <summary>A look at a process: memory in bytes.</summary>
internal readonly record struct LinuxStatus(long ResidentMemory, long PeakResidentMemory, int Threads);
