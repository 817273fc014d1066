namespace Interleave.Client.Models.Processes;

/// <summary>Work whose process may be lost on purpose: when it is, neither a word of the runtime nor a file is left of it.</summary>
internal interface ILosableWork;
