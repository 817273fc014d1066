namespace Interleave.Client.Tests.Measuring;

/// <summary>Tests that measure this whole process: threads that others end meanwhile would be missing.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WholeProcessCollection
{
    public const string Name = "whole process";
}
