-- What grains store, as the ADO.NET storage provider of Orleans expects it: the names of tables, columns, parameters and query keys are the
-- provider's; it sends the texts of OrleansQuery as they stand here. Every statement may run again on a database that has it already.

-- A row for each state of a grain. The provider tells states apart by service, name of the state and key of the grain; a key is two numbers, or
-- a text. A row has a version: whoever changes it must name the version that it read, so that of two activations one finds that it was late.
CREATE TABLE IF NOT EXISTS OrleansStorage
(
    GrainIdHash            integer      NOT NULL,
    GrainIdN0              bigint       NOT NULL,
    GrainIdN1              bigint       NOT NULL,
    GrainTypeHash          integer      NOT NULL,
    GrainTypeString        varchar(512) NOT NULL,
    GrainIdExtensionString varchar(512),
    ServiceId              varchar(150) NOT NULL,
    PayloadBinary          bytea,
    ModifiedOn             timestamp    NOT NULL,
    Version                integer
);

-- The first writes of two activations cannot both succeed.
CREATE UNIQUE INDEX IF NOT EXISTS OrleansStorage_Key
    ON OrleansStorage (ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, COALESCE(GrainIdExtensionString, ''));

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES

('ReadFromStorageKey', $query$
SELECT PayloadBinary, now() AT TIME ZONE 'utc', Version FROM OrleansStorage
WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
  AND COALESCE(GrainIdExtensionString, '') = COALESCE(@GrainIdExtensionString::varchar, '')
$query$),

-- The answer is the new version. Where nothing was written it is the version that was given: the provider takes that for a conflict.
('WriteToStorageKey', $query$
WITH changed AS
(
    UPDATE OrleansStorage AS stored
    SET PayloadBinary = @PayloadBinary, ModifiedOn = now() AT TIME ZONE 'utc', Version = stored.Version + 1
    WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
      AND COALESCE(GrainIdExtensionString, '') = COALESCE(@GrainIdExtensionString::varchar, '')
      AND stored.Version = @GrainStateVersion::integer
    RETURNING stored.Version
),
added AS
(
    INSERT INTO OrleansStorage
        (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, ModifiedOn, Version)
    SELECT @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString, @GrainIdExtensionString::varchar, @ServiceId, @PayloadBinary,
        now() AT TIME ZONE 'utc', 1
    WHERE @GrainStateVersion::integer IS NULL
    ON CONFLICT DO NOTHING
    RETURNING Version
)
SELECT COALESCE((SELECT Version FROM changed), (SELECT Version FROM added), @GrainStateVersion::integer) AS NewGrainStateVersion
$query$),

('ClearStorageKey', $query$
UPDATE OrleansStorage AS stored SET PayloadBinary = NULL, ModifiedOn = now() AT TIME ZONE 'utc', Version = stored.Version + 1
WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
  AND COALESCE(GrainIdExtensionString, '') = COALESCE(@GrainIdExtensionString::varchar, '')
  AND stored.Version = @GrainStateVersion::integer
RETURNING stored.Version AS NewGrainStateVersion
$query$),

('DeleteStorageKey', $query$
DELETE FROM OrleansStorage AS stored
WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
  AND COALESCE(GrainIdExtensionString, '') = COALESCE(@GrainIdExtensionString::varchar, '')
  AND stored.Version = @GrainStateVersion::integer
RETURNING stored.Version + 1 AS NewGrainStateVersion
$query$)

ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
