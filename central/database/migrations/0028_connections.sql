ALTER TABLE "administrators" ADD COLUMN "is_connection" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "administrators" ADD COLUMN "site_ids" text[];
--> statement-breakpoint
CREATE TABLE "connection_calls" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
	"administrator_id" text NOT NULL,
	"key" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"status" integer NOT NULL,
	"says" text,
	"ms" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "connection_calls_of" ON "connection_calls" ("administrator_id", "sequence");
--> statement-breakpoint
ALTER TABLE "office_records" ADD COLUMN "site_ids" text[];
--> statement-breakpoint
UPDATE "office_records" AS record SET "site_ids" = CASE record.kind
    WHEN 'sites' THEN ARRAY[record.own_id]
    ELSE (SELECT coalesce(array_agg(CASE WHEN named.source = 'quayside' AND named.id ~ '^[A-Za-z0-9._:-]{1,64}$' THEN named.id
      ELSE 'sites-' || left(encode(sha256(convert_to('sites' || chr(10) || named.source || chr(10) || named.id, 'UTF8')), 'hex'), 24) END), '{}')
      FROM (SELECT CASE WHEN jsonb_typeof(said) = 'object' THEN said ->> 'source' ELSE record.source END AS source,
          CASE WHEN jsonb_typeof(said) = 'object' THEN said ->> 'id' ELSE said #>> '{}' END AS id
        FROM jsonb_array_elements(CASE record.kind WHEN 'people' THEN record.body -> 'sites'
          ELSE jsonb_build_array(record.body -> 'site') END) AS told(said)) AS named) END
  WHERE record.kind IN ('sites', 'calendars', 'people', 'returns');
--> statement-breakpoint
CREATE INDEX "office_records_by_site" ON "office_records" USING gin ("site_ids") WHERE "site_ids" IS NOT NULL;
