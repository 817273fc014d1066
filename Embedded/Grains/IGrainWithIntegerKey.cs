namespace Interleave.Embedded;

/// <summary>A grain that is known by a whole number.</summary>
public interface IGrainWithIntegerKey : IGrain;
