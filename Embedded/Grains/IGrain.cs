namespace Interleave.Embedded;

/// <summary>The root of all grain interfaces.</summary>
public interface IGrain : IAddressable;
