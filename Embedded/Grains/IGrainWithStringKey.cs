namespace Interleave.Embedded;

/// <summary>A grain that is known by text.</summary>
public interface IGrainWithStringKey : IGrain;
