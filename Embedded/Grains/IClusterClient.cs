namespace Interleave.Embedded;

/// <summary>The way into a cluster from outside of its grains.</summary>
public interface IClusterClient : IGrainFactory;
