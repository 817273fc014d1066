namespace Interleave.Client.Records;

/// <summary>How much time a run may take: the defaults of parameters and rounds.</summary>
internal enum Profile
{
    Quick,
    Standard,
    Thorough,
}
