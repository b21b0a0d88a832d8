-- Private keys leave central, wrapped as they were. Stations hold what their people move over with.
INSERT INTO "signing_keys" ("public_key", "person_id", "vouched_by")
SELECT DISTINCT ON ("public_key") "public_key", "person_id", '{"kind": "before"}'::jsonb FROM "person_keys";
--> statement-breakpoint
DROP TABLE "person_keys";
