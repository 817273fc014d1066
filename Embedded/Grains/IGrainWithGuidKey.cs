namespace Interleave.Embedded;

/// <summary>A grain that is known by a GUID.</summary>
public interface IGrainWithGuidKey : IGrain;
