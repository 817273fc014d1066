using System.Text.Json;

namespace Interleave.Client.Models.Processes;

/// <summary>What a message carries: an array of bytes as it is, anything else as JSON.</summary>
internal static class Payload
{
    public static byte[] Write<T>(T value) => value as byte[] ?? JsonSerializer.SerializeToUtf8Bytes(value);

    public static T Read<T>(byte[] payload) => payload is T bytes
        ? bytes
        : JsonSerializer.Deserialize<T>(payload) ?? throw new InvalidDataException($"A message holds no {typeof(T).Name}.");
}
