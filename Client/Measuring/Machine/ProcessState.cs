namespace Interleave.Client.Measuring.Machine;

/// <summary>A look at a process: memory in bytes.</summary>
/// <param name="PeakResidentMemory">Since <see cref="IProcessView.ForgetPeak"/>, where the system keeps it; else what is resident now.</param>
internal readonly record struct ProcessState(long ResidentMemory, long PeakResidentMemory, int Threads);
